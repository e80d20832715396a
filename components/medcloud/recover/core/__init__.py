"""What recovery does whatever the provider: the dead engine, its state and log, what was left behind."""
