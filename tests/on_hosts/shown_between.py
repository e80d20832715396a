"""Which controls are shown by tests of their own, between hosts and on hosts with a kernel of their own."""

from tests.on_hosts import emulator_behaviours, uml_behaviours
from tests.on_hosts.audit_events import DEEDS

_LOGS = ("log-forwarding",)
"""By `test_log_receiver.py`."""
_UML = ("auditd-on", "auditd-form", "audit-to-syslog")
"""By `test_uml_behaviours.py`, besides what its parameters name."""
_FILES = ("integrity-tool", "integrity-daily")
"""By `test_integrity.py`."""
BETWEEN = (
    *_LOGS,
    *_FILES,
    *_UML,
    *(deed.control for deed in DEEDS),
    *(control for controls in uml_behaviours.SHOWS.values() for control in controls),
    *(control for controls in emulator_behaviours.SHOWS.values() for control in controls),
)
