"""Which controls each behaviour shows: what `proof="behaviour"` in a control rests on."""

from __future__ import annotations

from tests.on_hosts import behaviours as b, shown_between

SHOWS = {
    b.locks_over_ssh: ("lockout",),
    b.locks_root_at_the_console: ("lockout",),
    b.refuses_weak: ("password-quality",),
    b.refuses_a_weak_one_of_root: ("password-enforced",),
    b.refuses_an_old_one: ("password-history",),
    b.demands_a_change_after_90_days: ("password-age",),
    b.refuses_su_outside_the_group: ("su-group",),
    b.ends_an_idle_session: ("shell-timeout",),
    b.refuses_a_forbidden_cipher: ("ssh-ciphers",),
    b.refuses_a_forbidden_mac: ("ssh-macs",),
    b.drops_what_is_not_in_the_plan: ("firewall-default-deny",),
    b.lets_nothing_else_out: ("firewall-default-deny",),
    b.gives_new_files_to_their_owner: ("umask-shell",),
    b.logs_sudo: ("sudo-log",),
}
BESIDES = ("password-hash", "lockout-kept", "lockout-every-way")
"""Shown by the tests of the written hash, of the reboot, and of the key of a locked account."""


def shown() -> frozenset[str]:
    """The controls of which a behaviour is shown on a host that boots."""
    here = frozenset(control for controls in SHOWS.values() for control in controls)
    return here | frozenset(BESIDES) | frozenset(shown_between.BETWEEN)
