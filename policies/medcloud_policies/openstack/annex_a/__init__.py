"""Rules of annex A: the typical set-up."""
