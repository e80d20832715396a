"""Days of an existing account's password, in shadow."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import Literal

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.state import Account
from medcloud.text import Text

_LATE = Text("口令已过期，先改口令", "the password is too old already: change it first")
RIGHTS = ("/etc/shadow", "/etc/shadow-", "/etc/.pwd.lock")
_FIELDS = {"min_days": ("-m", 4), "max_days": ("-M", 5), "warn_days": ("-W", 6), "inactive_days": ("-I", 7)}


@dataclass(frozen=True)
class AccountAge(Setting):
    """For accounts that a password opens."""

    field: Literal["min_days", "max_days", "warn_days", "inactive_days"]
    condition: Condition
    but: tuple[str, ...] = ()
    """Accounts that are left out."""

    def check(self, case: Case) -> Check:
        """Each account; one that the change would lock out at once is for a person."""
        wrong = [account for account in case.state.accounts if self._wrong(account)]
        if not wrong:
            return GOOD
        seen = ", ".join(f"{account.name} {_value(account, self.field)}" for account in wrong)
        late = [account.name for account in wrong if self._late(case, account)]
        wants, names = self.condition, ", ".join(late)
        if not late:
            return bad(f"shadow {self.field}", seen, wants)
        said = Text(f"{wants}；{names}: {_LATE.zh}", f"{wants}; {names}: {_LATE.en}")
        return bad(f"shadow {self.field}", seen, said)

    def set(self, case: Case, overlay: Overlay) -> None:
        """By chage; shadow is kept, so that it comes back to the byte unless someone changed it since."""
        flag, column = _FIELDS[self.field]
        if not any(self._wrong(a) and not self._late(case, a) for a in case.state.accounts):
            return
        for path in RIGHTS:
            overlay.keep(path)
        for account in case.state.accounts:
            if not self._wrong(account) or self._late(case, account):
                continue
            name, old = shlex.quote(account.name), _value(account, self.field)
            mine = f'$1 == u && ${column} == "{self.condition.write}"'
            still = f"awk -F: -v u={name} '{mine}' /etc/shadow | grep -q ."
            undo = f"! {still} || chage {flag} {-1 if old is None else old} {name}"
            overlay.act(Action(f"chage {flag} {self.condition.write} {name}", undo))

    def _late(self, case: Case, account: Account) -> bool:
        """Whether the password would be too old the moment the limit is set."""
        lasts = {"max_days": 0, "inactive_days": account.max_days or 0}.get(self.field)
        if lasts is None or account.changed is None:
            return False
        return account.changed + lasts + int(self.condition.write) <= case.state.today

    def _wrong(self, account: Account) -> bool:
        value = _value(account, self.field)
        judged = account.has_password and account.name not in self.but
        return judged and not self.condition.holds(None if value is None else str(value))


def _value(account: Account, field: str) -> int | None:
    found: int | None = getattr(account, field)
    return found
