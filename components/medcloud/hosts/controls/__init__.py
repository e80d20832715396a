"""The controls, one a file, a folder a family; the folder is walked, there is no list."""
