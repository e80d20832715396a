"""What a recovery did or a look for drift found, in data and in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from medcloud.engine import urns


@dataclass(frozen=True)
class Outcome:
    """What became of one pending resource."""

    urn: str
    type: str
    action: str
    """A key of `WORDS`."""
    ids: tuple[str, ...] = ()
    """Objects concerned."""
    reason: str = ""
    """Why it is unresolved and what a person must look at; both languages."""


WORDS = {
    "adopted": "已纳入状态 / adopted",
    "absent": "未曾创建 / was never made",
    "removed": "已删除 / removed",
    "tainted": "将重建 / to be replaced",
    "refreshed": "已核对 / read again",
    "again": "可重复创建 / safe to make again",
    "local": "仅存于状态 / lives in the state alone",
    "unresolved": "须人工核对 / look at it",
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
    advice: list[str] = field(default_factory=list)
    """What the errors of the failed run mean and what to do, both languages."""

    @property
    def unresolved(self) -> list[Outcome]:
        """What a person has to decide."""
        return [o for o in self.outcomes if o.action == "unresolved"]

    def lines(self) -> list[str]:
        """One line an event, bilingual."""
        lines = [f"已释放失效的锁 / released the lock of a dead engine: {holder}" for holder in self.unlocked]
        if self.mended:
            lines.append(f"已清除未写完的文件 / removed half-written files: {', '.join(self.mended)}")
        if self.orphans:
            lines.append(f"已结束遗留进程 / ended processes left by a dead engine: {self.orphans}")
        for outcome in self.outcomes:
            ids = f" {', '.join(outcome.ids)}" if outcome.ids else ""
            reason = f"\n    {outcome.reason}" if outcome.reason else ""
            lines.append(
                f"{WORDS[outcome.action]}: {urns.split(outcome.urn).name} ({outcome.type}){ids}{reason}"
            )
        lines += [f"错误说明 / what went wrong: {advice}" for advice in self.advice]
        return lines or ["无中断的操作 / nothing was interrupted"]

    def data(self) -> dict[str, object]:
        """For `--json`."""
        return {
            "outcomes": [vars(o) for o in self.outcomes],
            "unlocked": self.unlocked,
            "mended": self.mended,
            "orphans": self.orphans,
            "advice": self.advice,
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
