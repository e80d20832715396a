"""Each kind of change, a file; what a file tells is a function of two plans."""
