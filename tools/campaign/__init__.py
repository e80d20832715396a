"""Long campaigns: as many of the rounds that `make test` runs a few of as one wants, and a summary."""
