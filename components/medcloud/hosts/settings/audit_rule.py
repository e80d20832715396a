"""An audit rule, as the kernel has it loaded."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

OURS = "/etc/audit/rules.d/50-medcloud.rules"
WIDE = "/etc/audit/rules.d/60-medcloud-wide.rules"
"""The kernel takes the first rule that fits: those that fit much come last, or they take others' records."""
READS = ("/etc/audit/rules.d/*.rules", "/etc/audit/*.conf", "/etc/audit/audit.rules")
RIGHTS = ("/etc/audit/audit.rules", "/etc/audit/audit.rules.prev")
# a lock (-e 2) waits for the next boot: until then everything can still be undone
_LOAD = """augenrules >/dev/null || exit 1
auditctl -s | grep -q '^enabled 2' && exit 0
umask 077; rules=$(mktemp /run/medcloud-audit.XXXXXX) && sed '/^ *-e/d' /etc/audit/audit.rules >"$rules"
auditctl -R "$rules" >/dev/null; done=$?
rm -f "$rules"; exit $done"""


@dataclass(frozen=True)
class AuditRule(Setting):
    """One rule as it is written, e.g. ``-w /etc/passwd -p wa -k identity``; compared by what it says."""

    rule: str
    wide: bool = False
    """Whether it fits much that other rules are about."""

    def check(self, case: Case) -> Check:
        """Loaded, whatever its key; and in rules.d, or a boot would lose it."""
        if case.state.container:
            return absent(Text("audit: 内核属于宿主机", "audit: the kernel belongs to the machine below"))
        wanted = _words(self.rule)
        if not any(_words(rule) == wanted for rule in case.state.audit_rules):
            return bad("auditctl -l", None, self.rule)
        kept = any(_words(line) == wanted for line in _written(case))
        return GOOD if kept else bad("/etc/audit/rules.d", None, self.rule)

    def set(self, case: Case, overlay: Overlay) -> None:
        """Into a file of ours; rules that are locked until the next boot hold from then on."""
        path = WIDE if self.wide else OURS
        lines = text.split(overlay.read(path) or b"", path)
        if self.rule not in [line.text for line in lines]:
            overlay.write(path, text.join(text.append(lines, [self.rule])), mode=0o640)
        load(overlay)


def load(overlay: Overlay) -> None:
    """Have the rules files loaded; what augenrules generates is brought back as well."""
    for path in RIGHTS:
        overlay.keep(path)
    overlay.act(Action(_LOAD, _LOAD, stage=70, must=False))


def _written(case: Case) -> list[str]:
    paths = case.state.paths(READS[0])
    return [line.text for path in paths for line in text.split(case.state.read(path) or b"", path)]


def _words(rule: str) -> frozenset[tuple[str, ...]]:
    """A rule as what it says, without its key: a watch reads back as the fields that it stands for."""
    words = rule.split()
    pairs = [tuple(words[i : i + 2]) for i in range(0, len(words) - 1, 2)]
    found: set[tuple[str, ...]] = set()
    for pair in pairs:
        flag, value = pair
        if flag == "-k" or value.startswith("key="):
            continue
        if flag == "-w":
            found |= {("path", value.rstrip("/")), ("-a", "always", "exit")}
        elif flag == "-p":
            found |= {("perm", "".join(sorted(value)))}
        elif flag == "-F" and value.startswith(("path=", "dir=")):
            found |= {("path", value.partition("=")[2].rstrip("/"))}
        elif flag == "-F" and value.startswith("perm="):
            found |= {("perm", "".join(sorted(value[5:])))}
        elif flag == "-S":
            found |= {("-S", call) for call in value.split(",") if call != "all"}
        elif flag == "-a":
            found |= {("-a", *sorted(value.split(",")))}
        elif flag == "-F" and value in ("auid!=unset", "auid!=-1", "auid!=4294967295"):
            found |= {("auid", "set")}
        else:
            found |= {pair}
    return frozenset(found)
