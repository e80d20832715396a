"""Controls on trust and boot."""
