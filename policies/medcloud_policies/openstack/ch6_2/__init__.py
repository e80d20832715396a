"""Rules of chapter 6.2: virtualisation."""
