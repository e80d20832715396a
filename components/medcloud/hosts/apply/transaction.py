"""Apply and restore, from the operator's side; the host does the work and can undo it alone (txn.sh)."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timezone

from medcloud.hosts.apply.bundle import bundle
from medcloud.hosts.apply.connection import Connection, Ran
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.errors import HostFailed
from medcloud.text import Text

FOLDER = "/var/lib/medcloud/harden"
DEAD_MAN = 120
"""Seconds after which a host undoes what was not confirmed."""
_PATIENCE, _PAUSE = 30.0, 0.5  # s to wait for the second connection, s between tries

_SETTLE = f"""
for run in {FOLDER}/*/; do
  [ -f "$run/txn.sh" ] || {{ rm -rf "$run"; continue; }}
  phase=$(cat "$run/phase" 2>/dev/null || echo none)
  case $phase in
    committed) ;;
    restoring) sh "$run/txn.sh" restore && rm -rf "$run" ;;
    none | rolledback | restored) rm -rf "$run" ;;
    *) echo "settled ${{run%/}} $phase"; sh "$run/txn.sh" rollback && rm -rf "$run" || exit 1 ;;
  esac
done
rmdir -p {FOLDER} 2>/dev/null; true
"""
"""What an earlier, killed run left is undone before anything else."""


@dataclass(frozen=True)
class Applied:
    """A change that was confirmed."""

    run: str
    notes: tuple[str, ...] = ()
    """Actions that failed and were allowed to; earlier runs that were undone first."""


def apply(
    connection: Connection, overlay: Overlay, *, dead_man: int = DEAD_MAN
) -> tuple[Applied, Connection]:
    """Make the change and confirm it over a second connection, which is handed back.

    HostFailed when it was refused or undone; nothing is half done then.
    """
    run = f"{datetime.now(timezone.utc):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
    token, place = secrets.token_hex(16), f"{FOLDER}/{run}"
    script = (
        f"umask 077\n{_SETTLE}\n"
        f"mkdir -p {place} && base64 -d | tar -xzf - -C {place} --no-same-owner || exit 3\n"
        f"cd {place} && sh txn.sh stage && sh txn.sh check && sh txn.sh go {dead_man} {token}"
        f" || {{ {_forget(place)}; exit 1; }}"
    )
    try:
        ran = connection.sh(script, bundle(overlay))
    except HostFailed as error:
        alone = _alone(dead_man)
        zh, en = f"{error.text.zh}；{alone.zh}", f"{error.text.en}; {alone.en}"
        raise HostFailed(Text(zh, en)) from None
    if not ran.good:
        raise HostFailed(Text(f"未作改动或已撤销: {_told(ran)}", f"not changed, or undone: {_told(ran)}"))
    second = _second(connection, place, dead_man)
    confirmed = second.sh(f"sh {place}/txn.sh confirm {token}")
    if not confirmed.good:
        raise HostFailed(
            Text(
                f"未能确认，主机自行撤销: {_told(confirmed)}",
                f"not confirmed, the host undoes it: {_told(confirmed)}",
            )
        )
    return Applied(run, tuple(line for line in ran.out.splitlines() if line)), second


def _second(connection: Connection, place: str, dead_man: int) -> Connection:
    """A connection made anew; when there is none the change is undone over the first."""
    end, reason = time.monotonic() + min(_PATIENCE, dead_man / 2), Text("", "")
    while time.monotonic() < end:
        try:
            return connection.fresh()
        except HostFailed as error:
            reason = error.text
            time.sleep(_PAUSE)
    try:
        undone = connection.sh(f"sh {place}/txn.sh rollback && {_forget(place)}").good
    except HostFailed:
        undone = False
    how = Text("已撤销", "undone") if undone else _alone(dead_man)
    zh = f"改动后无法再次登录，{how.zh}: {reason.zh}"
    raise HostFailed(Text(zh, f"no second login after the change, {how.en}: {reason.en}"))


def _alone(dead_man: int) -> Text:
    return Text(
        f"主机将在 {dead_man} 秒内自行撤销改动", f"the host undoes what was changed within {dead_man} s"
    )


def _forget(place: str) -> str:
    """Shell text: a run that was undone leaves nothing."""
    return (
        f'{{ cd /; [ "$(cat {place}/phase 2>/dev/null)" != rolledback ] || rm -rf {place};'
        f" rmdir -p {FOLDER} 2>/dev/null; true; }}"
    )


def runs(connection: Connection) -> list[str]:
    """Confirmed runs, the newest first."""
    ran = connection.sh(f"cd {FOLDER} 2>/dev/null && grep -lx -e committed -e restoring */phase || true")
    return sorted((line.partition("/")[0] for line in ran.out.splitlines() if line), reverse=True)


def edited(connection: Connection, run: str) -> list[str]:
    """Files of a run that were changed after it."""
    return connection.sh(f"sh {FOLDER}/{run}/txn.sh edited").out.splitlines()


def restore(connection: Connection, run: str, kept: Iterable[str] = ()) -> None:
    """Undo one run; `kept` are paths that stay as they are."""
    place = f"{FOLDER}/{run}"
    script = (
        f"umask 077; cat >{place}/keep.list && sh {place}/txn.sh restore {place}/keep.list"
        f" && rm -rf {place} && rmdir -p {FOLDER} 2>/dev/null; [ ! -e {place} ]"
    )
    ran = connection.sh(script, "".join(f"{path}\n" for path in kept) or "\n")
    if not ran.good:
        raise HostFailed(Text(f"未能全部恢复: {_told(ran)}", f"not all was restored: {_told(ran)}"))


def settle(connection: Connection) -> None:
    """Undo what a killed run left."""
    ran = connection.sh(_SETTLE)
    if not ran.good:
        raise HostFailed(
            Text(
                f"上次中断的改动未能撤销: {_told(ran)}",
                f"what a killed run left was not undone: {_told(ran)}",
            )
        )


def _told(ran: Ran) -> str:
    """The last lines of what was said."""
    lines = [line for line in (ran.out + "\n" + ran.err).splitlines() if line.strip()]
    return "; ".join(lines[-4:]) or "-"
