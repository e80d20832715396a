"""The rules as people read them: in words, as pages, by environment."""
