"""Rules of annex B: interfaces."""
