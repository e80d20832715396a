"""Controls on auditing and logs."""
