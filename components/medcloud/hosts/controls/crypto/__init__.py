"""Controls on cryptography of the whole system."""
