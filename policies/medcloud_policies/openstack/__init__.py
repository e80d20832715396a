"""Rules of OpenStack, a folder a chapter, and what they share."""
