"""Servers that are made anew or get another system: system disks go; data volumes are told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.diff.change import Change
from medcloud.diff.made_anew import server_reasons, volume_reasons
from medcloud.diff.pair import Pair, Seat, joined
from medcloud.plan.compute import PoolPlan
from medcloud.text import Text


def changes(pair: Pair) -> Iterator[Change]:
    """One change a workload and centre, with every reason."""
    for seat in pair.seats():
        if seat.old.instances and seat.new.instances:
            yield from _replaced(pair, seat)
        yield from _other_hosts(pair, seat)


def _replaced(pair: Pair, seat: Seat) -> Iterator[Change]:
    """Nova rebuilds a server in place for another image; for the rest a new one is made."""
    anew = list(server_reasons(pair, seat))
    images = [dict.fromkeys(i.image for i in placed.instances) for placed in (seat.old, seat.new)]
    before, after = (", ".join(found) for found in images)
    if before != after:
        anew.append(
            Text(f"换了系统镜像（{before} → {after}）", f"it boots another image ({before} → {after})")
        )
    if not anew:
        return
    said, why = pair.workload(seat.workload), joined(anew)
    count = len(seat.old.instances)
    servers = "1 server" if count == 1 else f"{count} servers"
    kept = not any(volume_reasons(pair, seat))
    text = Text(
        f"{said} 在 {seat.where} 的 {count} 台服务器重建，系统盘清空，"
        f"{'数据卷保留' if kept else '数据卷也重建'}：{why.zh}",
        f"{servers} of {said} in {seat.where} rebuilt, system disks emptied, "
        f"{'data volumes stay' if kept else 'data volumes are made anew too'}: {why.en}",
    )
    id_ = f"rebuilt:servers.{seat.key}"
    yield Change("rebuilt", "high", id_, text, seat.about, before, after)


def _other_hosts(pair: Pair, seat: Seat) -> Iterator[Change]:
    """Another instruction set under the same name: the provider changes the size's trait and no server."""
    old, new = (
        _pool(pair, side, placed.pool, seat.centre) for side, placed in ((0, seat.old), (1, seat.new))
    )
    if old is None or new is None or old.id != new.id or old.isa == new.isa or old.os != new.os:
        return
    said = pair.workload(seat.workload)
    text = Text(
        f"{said} 在 {seat.where} 的主机指令集改变，up 不会迁移已运行的服务器，须人工逐台重建",
        f"the hosts of {said} in {seat.where} have another instruction set; up moves no server that runs:"
        " rebuild them one by one",
    )
    id_ = f"rebuilt:hosts.{seat.key}"
    yield Change("rebuilt", "high", id_, text, seat.about, old.isa, new.isa, "7.5.1-c")


def _pool(pair: Pair, side: int, pool: str, centre: str) -> PoolPlan | None:
    return next((p for p in pair.centre(centre)[side].pools if p.id == pool), None)
