"""Rules of chapter 7.2: secure and trustworthy."""
