"""What protects data and people: level, RPO, RTO, encryption, copies, retention, spreading, sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from medcloud.diff.change import About, Change, Severity
from medcloud.diff.pair import Pair, Seat, match
from medcloud.plan.compute import WorkloadPlan
from medcloud.plan.storage import TierPlan
from medcloud.standard import level
from medcloud.text import Text

_WORDS = {
    "level": Text("数据级别", "data level"),
    "rpo_seconds": Text("RPO（最多丢失）", "RPO"),
    "rto_seconds": Text("RTO（最长中断）", "RTO"),
    "cipher": Text("加密算法", "cipher"),
    "encrypted": Text("数据卷加密", "encryption of volumes"),
    "access": Text("访问控制", "access control"),
}
_BACKUP = {
    "method": Text("备份方式", "backup method"),
    "every_seconds": Text("备份间隔", "backup interval"),
    "full_every_seconds": Text("全量备份间隔", "interval of full backups"),
    "keep_seconds": Text("备份保存期限", "time that backups are kept"),
    "place": Text("备份存放中心", "centre of the backups"),
    "tested_every_seconds": Text("恢复演练间隔", "interval of recovery tests"),
}
_SECONDS = {"rpo_seconds", "rto_seconds", *(name for name in _BACKUP if name.endswith("_seconds"))}
"""Smaller is stronger, and none is the weakest."""
_TIER = {
    "copies": Text("副本数", "copies"),
    "erasure": Text("纠删码", "erasure code"),
    "sm4": Text("SM4 加密", "encryption by SM4"),
}
_SM4: tuple[object, ...] = (None, "software", "hardware")
"""The stronger the later."""
_CONTAINER = {
    "versioning": Text("保留历史版本", "versions kept"),
    "retention_days": Text("保存期限（天）", "retention, days"),
    "worm": Text("一次写入", "written once"),
    "replicate_to": Text("副本所在中心", "copy in centre"),
}
_IDENTITY = {
    "mfa": Text("多因素认证", "several factors"),
    "password_days": Text("口令有效期（天）", "password age, days"),
    "lockout_failures": Text("锁定前失败次数", "failures before lockout"),
    "lockout_minutes": Text("锁定时长（分）", "lockout, minutes"),
    "session_minutes": Text("会话超时（分）", "session, minutes"),
    "sessions": Text("并发会话", "sessions at once"),
}
_MORE_IS_STRONGER = {
    "copies",
    "keep_seconds",
    "backup",
    "level",
    "encrypted",
    "versioning",
    "retention_days",
    "worm",
    "mfa",
    "lockout_minutes",
    "anti_affinity",
}


def changes(pair: Pair) -> Iterator[Change]:
    """What is protected otherwise; what gets weaker is graver."""
    for old, new in pair.kept_workloads():
        yield from _workload(pair, old, new)
    for seat in pair.seats():
        yield from _seat(pair, seat)
    yield from _flows(pair)
    yield from _tiers(pair)
    for name, before, after in _differing(pair.old.identity, pair.new.identity):
        word, id_ = _word(_IDENTITY, name), f"protection:identity.{name}"
        text = Text(f"全区域登录规则：{word.zh}改变", f"sign-in everywhere: {word.en} changes")
        yield _change(id_, name, text, About(), (before, after))


def _tiers(pair: Pair) -> Iterator[Change]:
    """What keeps the data of a storage tier when something fails, and what encrypts them."""
    for was, now in pair.kept_centres():
        for old, new in match(was.tiers, now.tiers, lambda tier: tier.id):
            if old and new:
                yield from _tier(now.id, old, new)


def _tier(centre: str, old: TierPlan, new: TierPlan) -> Iterator[Change]:
    for name, word in _TIER.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after and (name != "copies" or old.erasure == new.erasure):
            text = Text(
                f"{centre} 的 {new.id} 存储层：{word.zh}改变",
                f"{word.en} of storage tier {new.id} in {centre} changes",
            )
            id_ = f"protection:storage.{new.id}@{centre}.{name}"
            change = _change(id_, name, text, About(centre=centre), (before, after))
            yield replace(change, item="C.2-a" if name == "sm4" else "7.3.2.3-b")


def _flows(pair: Pair) -> Iterator[Change]:
    """Data that a caller gets otherwise than before: masked, under pseudonyms, or as they are."""
    sides = [
        {(f.source, f.target, f.protocol, f.port): f.data for f in p.flows} for p in (pair.old, pair.new)
    ]
    for flow, after in sides[1].items():
        before = sides[0].get(flow, after)
        if before == after:
            continue
        source, target, protocol, port = flow
        who, whose = pair.workload(source), pair.workload(target)
        text = Text(
            f"{who} 从 {whose} 取得的数据的处理方式改变", f"how data of {whose} are treated for {who} changes"
        )
        yield Change(
            "protection",
            "high" if after is None else "medium" if before else "low",
            f"protection:flows.{source}->{target}:{protocol}/{port}.data",
            text,
            pair.about(target),
            _said("data", before),
            _said("data", after),
            item="C.3-c",
        )


def _workload(pair: Pair, old: WorkloadPlan, new: WorkloadPlan) -> Iterator[Change]:
    item, said, about = level(max(old.level, new.level)).item, pair.workload(new.id), pair.about(new.id)
    yield from _backup(pair, old, new)
    for name, before, after in _differing(old.protection, new.protection):
        if name == "backup":
            continue
        word, id_ = _word(_WORDS, name), f"protection:workloads.{new.id}.{name}"
        text = Text(f"{said} 的{word.zh}改变", f"{word.en} of {said} changes")
        yield replace(_change(id_, name, text, about, (before, after)), item=item)


def _backup(pair: Pair, old: WorkloadPlan, new: WorkloadPlan) -> Iterator[Change]:
    said, about, id_ = pair.workload(new.id), pair.about(new.id), f"protection:workloads.{new.id}.backup"
    before, after = old.protection.backup, new.protection.backup
    if (before is None) != (after is None):
        text = Text(f"{said} 是否备份改变", f"whether {said} is backed up changes")
        yield replace(
            _change(id_, "backup", text, about, (before is not None, after is not None)), item="6.4-a"
        )
    for name, one, other in _differing(before, after) if before and after else ():
        word = _word(_BACKUP, name)
        text = Text(f"{said} 的{word.zh}改变", f"{word.en} of {said} changes")
        yield replace(_change(f"{id_}.{name}", name, text, about, (one, other)), item="6.4-a")


def _seat(pair: Pair, seat: Seat) -> Iterator[Change]:
    said, id_ = pair.workload(seat.workload), f"protection:{seat.key}"
    for old, new in match(seat.old.containers, seat.new.containers, lambda c: c.name):
        for name, before, after in _differing(old, new) if old and new else ():
            word = _word(_CONTAINER, name)
            text = Text(f"{said} 的对象：{word.zh}改变", f"objects of {said}: {word.en} changes")
            change = _change(f"{id_}.{name}", name, text, seat.about, (before, after))
            yield replace(change, item="7.3.2.4-c")
    spread = seat.old.anti_affinity, seat.new.anti_affinity
    if spread[0] != spread[1]:
        text = Text(
            f"{said} 在 {seat.where} 的服务器是否分散到不同主机",
            f"whether servers of {said} in {seat.where} keep to different hosts",
        )
        change = _change(f"{id_}.anti_affinity", "anti_affinity", text, seat.about, spread)
        yield replace(change, item="7.3.2.3-a")
    if seat.old.balancer and seat.new.balancer:
        tls = seat.old.balancer.tls_versions, seat.new.balancer.tls_versions
        if tls[0] != tls[1]:
            text = Text(f"{said} 在 {seat.where} 的 TLS 版本", f"TLS versions of {said} in {seat.where}")
            yield replace(_change(f"{id_}.tls", "tls", text, seat.about, tls), item="7.2.1-b")


def _differing(old: Any, new: Any) -> Iterator[tuple[str, object, object]]:
    """Name and both values of each field that differs, but for labels and whose it is."""
    for field in fields(new):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after and field.name not in ("labels", "centre", "workload", "name"):
            yield field.name, before, after


def _change(id_: str, name: str, text: Text, about: About, sides: tuple[object, object]) -> Change:
    before, after = (_said(name, side) for side in sides)
    return Change("protection", _severity(name, *sides), id_, text, about, before, after)


def _word(words: dict[str, Text], name: str) -> Text:
    """A field that has no word yet is told by its name."""
    return words.get(name, Text(name, name))


def _said(name: str, value: object) -> str:
    if value is None:
        return "-"
    return f"{value} s" if name in _SECONDS else str(value)


def _severity(name: str, before: object, after: object) -> Severity:
    if name in ("cipher", "access", "tls", "method", "place", "erasure"):
        return "medium"
    if name == "sm4":
        return "high" if _SM4.index(after) < _SM4.index(before) else "low"
    if name == "replicate_to":
        return "high" if after is None else "medium"
    small, large = (_strength(name, value) for value in (before, after))
    return "high" if large < small else "low"


def _strength(name: str, value: object) -> float:
    """Greater is stronger."""
    if not isinstance(value, int):
        return 0 if name in _MORE_IS_STRONGER else float("-inf")
    return value if name in _MORE_IS_STRONGER else -value
