"""Doing it: connections, many hosts at once, and what audit, plan, apply and restore do on each."""
