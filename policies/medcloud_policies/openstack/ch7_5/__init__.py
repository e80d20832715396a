"""Rules of chapter 7.5: growth."""
