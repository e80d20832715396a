"""Controls on rights and access."""
