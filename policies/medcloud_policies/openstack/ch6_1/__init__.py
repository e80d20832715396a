"""Rules of chapter 6.1: infrastructure."""
