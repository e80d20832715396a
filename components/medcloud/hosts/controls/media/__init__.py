"""Controls on removable media and interfaces."""
