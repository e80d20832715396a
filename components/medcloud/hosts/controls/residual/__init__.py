"""Controls on what stays behind in memory and on disks."""
