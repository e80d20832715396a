"""Serving the rules to the engine: settings, enforcement, waivers, ledger."""
