"""What would be changed on a host, held together: files over those that were read, actions, line edits."""
