"""Rules of chapter 6.5: protection."""
