"""Controls on accounts and passwords."""
