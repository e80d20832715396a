"""Rules of chapter 7.1: under our own control."""
