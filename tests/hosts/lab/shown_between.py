"""Which controls are shown by tests of their own, between hosts and on hosts with a kernel of their own."""

BETWEEN = ("log-forwarding",)
"""By `test_log_receiver.py`."""
