"""Figures that several controls share: the standard's own, and what GB/T 22239 leaves to us."""

from __future__ import annotations

from medcloud.standard import number

PASSWORD_DAYS = int(number("7.2.3.1-a", "password_age").to("d"))
FAILURES = int(number("7.2.3.1-a", "failures_before_lock").to("failure"))
LOCK_SECONDS = int(number("7.2.3.1-a", "lock_duration").to("s"))
PASSWORD_LENGTH = 10
"""Characters; as the policy pack has it."""
PASSWORD_CLASSES = 3
PASSWORDS_REMEMBERED = 5
IDLE_SECONDS = 600
"""After which an idle session ends."""
LOG_DAYS = 180
"""Six months by 8.1.5.4-d and the Cybersecurity Law."""
