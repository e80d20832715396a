"""Controls on time."""
