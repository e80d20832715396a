"""Pure functions from a region to its frozen, printable plan."""
