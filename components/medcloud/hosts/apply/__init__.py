"""The change as a transaction: what the host is handed, and what is said to it (docs/hosts.md)."""
