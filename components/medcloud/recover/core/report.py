"""What a recovery did or a look for drift found, in data and in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from medcloud.text import NOTHING, Text, urns


@dataclass(frozen=True)
class Outcome:
    """What became of one pending resource."""

    urn: str
    type: str
    action: str
    """A key of `WORDS`."""
    ids: tuple[str, ...] = ()
    """Objects concerned."""
    reason: Text = NOTHING
    """Why it is unresolved and what a person must look at."""

    def record(self) -> dict[str, object]:
        """As plain data, each text in both languages whatever is spoken."""
        return {**vars(self), "reason": self.reason._asdict() if self.reason else None}


WORDS = {
    "adopted": Text("已纳入状态", "adopted"),
    "absent": Text("未曾创建", "was never made"),
    "removed": Text("已删除", "removed"),
    "tainted": Text("将重建", "to be replaced"),
    "refreshed": Text("已核对", "read again"),
    "again": Text("可重复创建", "safe to make again"),
    "local": Text("仅存于状态", "lives in the state alone"),
    "unresolved": Text("须人工核对", "look at it"),
}


@dataclass
class Report:
    """A whole recovery."""

    outcomes: list[Outcome] = field(default_factory=list)
    unlocked: list[str] = field(default_factory=list)
    """Locks of dead engines that were released."""
    mended: list[str] = field(default_factory=list)
    """Half-written files of the backend that were removed."""
    orphans: int = 0
    """Provider processes of dead engines that were ended."""
    advice: list[Text] = field(default_factory=list)
    """What the errors of the failed run mean and what to do."""

    @property
    def unresolved(self) -> list[Outcome]:
        """What a person has to decide."""
        return [o for o in self.outcomes if o.action == "unresolved"]

    def lines(self) -> list[str]:
        """One line an event."""
        said = [
            Text(f"已释放失效的锁: {holder}", f"released the lock of a dead engine: {holder}")
            for holder in self.unlocked
        ]
        if self.mended:
            files = ", ".join(self.mended)
            said.append(Text(f"已清除未写完的文件: {files}", f"removed half-written files: {files}"))
        if self.orphans:
            said.append(
                Text(
                    f"已结束遗留进程: {self.orphans}",
                    f"ended processes left by a dead engine: {self.orphans}",
                )
            )
        lines = [*map(str, said), *map(_line, self.outcomes)]
        lines += [str(Text(f"错误说明: {about.zh}", f"what went wrong: {about.en}")) for about in self.advice]
        return lines or [str(Text("无中断的操作", "nothing was interrupted"))]

    def data(self) -> dict[str, object]:
        """For `--json`."""
        return {
            "outcomes": [outcome.record() for outcome in self.outcomes],
            "unlocked": self.unlocked,
            "mended": self.mended,
            "orphans": self.orphans,
            "advice": [about._asdict() for about in self.advice],
        }


@dataclass(frozen=True)
class Drift:
    """One difference between what was asked for and what is there."""

    urn: str
    what: str
    """Field or rule."""
    wanted: str
    found: str

    def __str__(self) -> str:
        return f"{urns.split(self.urn).name} {self.what}: {self.wanted} → {self.found}"


def _line(outcome: Outcome) -> str:
    ids = f" {', '.join(outcome.ids)}" if outcome.ids else ""
    reason = f"\n    {outcome.reason}" if outcome.reason else ""
    return f"{WORDS[outcome.action]}: {urns.split(outcome.urn).name} ({outcome.type}){ids}{reason}"
