"""Controls on software."""
