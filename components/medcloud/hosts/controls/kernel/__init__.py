"""Controls on the kernel and the network stack."""
