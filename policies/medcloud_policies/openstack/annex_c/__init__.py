"""Rules of annex C: protection by data level."""
