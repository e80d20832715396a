"""A default-deny firewall of our own, beside whatever else filters: what any of them drops stays dropped."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

from medcloud.hosts.case import Case, firewall_rules
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

UNIT = "medcloud-firewall.service"
_UNIT_FILE = f"/etc/systemd/system/{UNIT}"
_FOLDER = "/etc/medcloud"
NFT, IPTABLES = f"{_FOLDER}/firewall.nft", f"{_FOLDER}/firewall.iptables"
_WANTED = f"/etc/systemd/system/multi-user.target.wants/{UNIT}"
READS = (_UNIT_FILE, f"{_FOLDER}/firewall.*")
_TABLE = "medcloud"
_FAMILIES = (("iptables", False), ("ip6tables", True))


@dataclass(frozen=True)
class Firewall(Setting):
    """Drops what is no opening of its chain; nftables where the kernel has inet tables, else iptables."""

    chains: tuple[firewall_rules.Chain, ...]

    def check(self, case: Case) -> Check:
        """The loaded rules, v4 and v6, and the unit that loads them at a boot."""
        for chain in self.chains:
            wrong = self._wrong_nft(case, chain) if self._nft(case) else self._wrong_iptables(case, chain)
            if wrong is not None:
                return wrong
        unit = case.state.units.get(UNIT)
        return GOOD if unit and unit.enabled == "enabled" else bad(UNIT, unit and unit.enabled, "enabled")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Files, a unit, and the rules at once; who administers now must be let in, or nothing is done."""
        self._operator_stays(case)
        variant = _variant(case)
        if self._nft(case):
            path, text = NFT, _nft_file(self.chains)
            start, stop = f"nft -f {NFT}", f"nft delete table inet {_TABLE}"
            overlay.check(f"[ ! -e {NFT} ] || nft -c -f {NFT}")
        elif variant is not None:
            path, text = IPTABLES, _iptables_file(self.chains, variant)
            start, stop = f"/bin/sh {IPTABLES} start", f"/bin/sh {IPTABLES} stop"
        else:
            raise Refused(Text("主机无 nftables、iptables", "the host has neither nftables nor iptables"))
        overlay.write(path, text.encode(), mode=0o600, owner="root:root")
        overlay.write(_UNIT_FILE, _unit(start, stop).encode(), mode=0o644, owner="root:root")
        # by the time of an undo the files are gone, and with them what a stop would run
        undo = f"systemctl stop {UNIT}; rm -f {_WANTED}; {_away(variant)}"
        on = f"systemctl daemon-reload && systemctl enable -q {UNIT} && systemctl restart {UNIT}"
        overlay.act(Action(f"{on} || {{ {undo}; exit 1; }}", undo, stage=95, must=False))

    def _wrong_nft(self, case: Case, chain: firewall_rules.Chain) -> Check | None:
        lines = _nft_chain(case, chain.hook)
        if not any(f"hook {chain.hook}" in line and "policy drop" in line for line in lines):
            return bad(f"nft inet {_TABLE} {chain.hook}", None, "policy drop")
        rules = [line for line in lines if not line.startswith("type filter ")]
        return _compared(f"nft {chain.hook}", chain.nft(), rules)

    def _wrong_iptables(self, case: Case, chain: firewall_rules.Chain) -> Check | None:
        for tool, v6 in _FAMILIES:
            jump = f"-A {chain.hook.upper()} -j {_name(chain.hook)}"
            if f"{tool} {jump}" not in case.state.lines("firewall"):
                return bad(f"{tool} {chain.hook.upper()}", None, f"-j {_name(chain.hook)}")
            found = _iptables_rules(case, tool, chain.hook)
            wrong = _compared(f"{tool} {chain.hook}", chain.iptables(v6=v6), found)
            if wrong is not None:
                return wrong
        return None

    def _nft(self, case: Case) -> bool:
        return "can inet" in case.state.lines("firewall")

    def _operator_stays(self, case: Case) -> None:
        """Refused when a peer of an open SSH connection would be shut out."""
        ports = ssh_ports(case)
        openings = [one for chain in self.chains if chain.hook == "input" for one in chain.openings]
        let_in = [one.remote for one in openings if one.protocol == "tcp" and one.port in ports]
        for line in case.state.lines("firewall"):
            words = line.split()
            if words[:1] != ["peer"] or int(words[1].rpartition(":")[2]) not in ports:
                continue
            peer = words[2].rpartition(":")[0].strip("[]").removeprefix("::ffff:").partition("%")[0]
            if not any(ipaddress.ip_address(peer) in prefix for prefix in let_in):
                raise Refused(
                    Text(
                        f"{peer}: 正在管理本机，但不在 site.admin_sources 内，未改动",
                        f"{peer}: administers this host now and is not in site.admin_sources: left alone",
                    )
                )


def _variant(case: Case) -> str | None:
    """What follows the name of the iptables that works with this kernel."""
    lines = case.state.lines("firewall")
    return next((v for v in ("", "-legacy") if f"can iptables{v}" in lines), None)


def ssh_ports(case: Case) -> tuple[int, ...]:
    """The ports of sshd."""
    return tuple(int(port) for port in case.state.sshd.get("port", ("22",)))


def _compared(place: str, wanted: Iterable[str], found: Iterable[str]) -> Check | None:
    """What is missing and what is too much."""
    wanted, found = list(wanted), list(found)
    missing = [rule for rule in wanted if rule not in found]
    more = [rule for rule in found if rule not in wanted]
    if not missing and not more:
        return None
    return bad(place, "; ".join(f"+ {rule}" for rule in more) or None, "; ".join(missing) or "-")


def _nft_chain(case: Case, hook: firewall_rules.Hook) -> list[str]:
    """The lines of one chain of our table."""
    lines, table, chain = [], False, False
    for line in case.state.lines("firewall"):
        if not line.strip():
            continue
        if not line.startswith(("\t", " ")):
            table = line.startswith(f"table inet {_TABLE} ")
        elif line.strip().startswith("chain "):
            chain = line.split()[1] == hook
        elif table and chain and line.strip(" \t}"):
            lines.append(line.strip())
    return lines


def _name(hook: firewall_rules.Hook) -> str:
    return "MEDCLOUD-IN" if hook == "input" else "MEDCLOUD-OUT"


def _iptables_rules(case: Case, tool: str, hook: firewall_rules.Hook) -> list[str]:
    head = f"{tool} -A {_name(hook)} "
    lines = (line for line in case.state.lines("firewall") if line.startswith(head))
    return [line.removeprefix(head).replace("-m conntrack --ctstate", "-m state --state") for line in lines]


def _nft_file(chains: tuple[firewall_rules.Chain, ...]) -> str:
    text = f"# medcloud\ntable inet {_TABLE} {{\n}}\ndelete table inet {_TABLE}\ntable inet {_TABLE} {{\n"
    for chain in chains:
        rules = "".join(f"\t\t{rule}\n" for rule in chain.nft())
        text += f"\tchain {chain.hook} {{\n"
        text += f"\t\ttype filter hook {chain.hook} priority 0; policy drop;\n{rules}\t}}\n"
    return f"{text}}}\n"


def _iptables_file(chains: tuple[firewall_rules.Chain, ...], variant: str) -> str:
    stop = "".join(f"{line}\n" for line in _iptables_away(variant))
    start = ""
    for chain in chains:
        name = _name(chain.hook)
        for tool, v6 in _FAMILIES:
            run = f"{tool}{variant}"
            start += f"{run} -N {name} || exit 1\n"
            for rule in chain.iptables(v6=v6):
                start += f"{run} -A {name} {rule} || exit 1\n"
            start += f"{run} -I {chain.hook.upper()} 1 -j {name} || exit 1\n"
    return f'# medcloud: start | stop\n{stop}[ "$1" = start ] || exit 0\n{start}'


def _iptables_away(variant: str) -> list[str]:
    hooks: tuple[firewall_rules.Hook, ...] = ("input", "output")
    return [
        f"{tool}{variant} {words} 2>/dev/null"
        for hook in hooks
        for tool, _ in _FAMILIES
        for words in (f"-D {hook.upper()} -j {_name(hook)}", f"-F {_name(hook)}", f"-X {_name(hook)}")
    ]


def _away(variant: str | None) -> str:
    """Shell text that takes our rules away."""
    if variant is None:
        return f"nft delete table inet {_TABLE} 2>/dev/null; true"
    return "; ".join([*_iptables_away(variant), "true"])


def _unit(start: str, stop: str) -> str:
    return (
        "[Unit]\nDescription=medcloud: default-deny firewall\nDefaultDependencies=no\n"
        "After=local-fs.target nftables.service firewalld.service\n"
        "Before=network-pre.target shutdown.target\nWants=network-pre.target\nConflicts=shutdown.target\n\n"
        "[Service]\nType=oneshot\nRemainAfterExit=yes\n"
        f"ExecStart=/usr/bin/env {start}\nExecStop=-/usr/bin/env {stop}\n\n"
        "[Install]\nWantedBy=multi-user.target\n"
    )
