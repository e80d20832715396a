"""Controls on logs, their keeping and their way to the receiver."""
