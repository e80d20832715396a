"""Few connections wait for a login."""

from dataclasses import dataclass

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import Condition
from medcloud.text import Text


@dataclass(frozen=True)
class _Startups(Condition):
    """START:RATE:FULL, the connections that are not logged in yet."""

    start: int
    full: int

    def holds(self, value: str | None) -> bool:
        """Both no more than wanted; one figure stands for both."""
        figures = [int(part) for part in (value or "").split(":") if part.isdigit()]
        return bool(figures) and figures[0] <= self.start and figures[-1] <= self.full

    @property
    def write(self) -> str:
        """As sshd reads it."""
        return f"{self.start}:30:{self.full}"

    def __str__(self) -> str:
        return f"≤{self.write}"


control = Control(
    id="ssh-startups",
    clauses=("8.1.4.1-b", "8.1.4.4-f"),
    items=("7.2.3.2-d", "6.5-c"),
    severity="medium",
    title=Text("未登录的并发连接数有限", "Few connections may wait for a login"),
    breaks=Text("同时有许多机器登录的跳板机", "Gateways that many log in to at once"),
    proof="effective",
    host_kind="namespace",
    parameters=(
        Parameter(
            "connections", 60, "lower", Text("未登录连接数上限", "connections not logged in"), floor=20
        ),
    ),
    settings=lambda case: [SshdOption("MaxStartups", _Startups(10, case["connections"]))],
)
