"""Controls on sessions."""
