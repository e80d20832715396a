"""The lab: a real OpenStack control plane on 127.0.0.1, for tests and for trying things out (docs/lab.md)."""
