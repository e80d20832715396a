"""Controls on SSH."""
