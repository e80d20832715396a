"""Rules of chapter 7.3: efficient and available."""
