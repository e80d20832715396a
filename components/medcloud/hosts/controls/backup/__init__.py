"""Controls on backup."""
