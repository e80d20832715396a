"""`medcloud evidence`: documents that show what software cannot."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from medcloud.cli._findings import show
from medcloud.cli._signing import FILE, FOLDER, as_day, on_option, read_signer, signer_options
from medcloud.crypto import read_document
from medcloud.evidence import WARN_DAYS, RegionFacts, SlotState, Store, add, explain, missing, survey
from medcloud.evidence.ledger import append
from medcloud.evidence.record import SCOPES
from medcloud.model import load
from medcloud.region_files.facts import facts_of

_WORDS = {
    "good": "有效",
    "due": "将到期",
    "expired": "已到期",
    "refused": "不可采信",
    "demo": "演示",
    "empty": "缺少",
}


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The region file and its evidence folder."""
    region = click.argument("region", type=FILE)
    folder = click.option(
        "--folder", type=FOLDER, help="证据目录 / evidence folder  [区域文件旁的 evidence/]"
    )
    return region(folder(command))


def _store(region: Path, folder: Path | None) -> Store:
    return Store(folder or region.parent / "evidence")


def _facts(region: Path) -> RegionFacts:
    return facts_of(load(region))


@click.group("evidence", short_help="证据：登记、签名、核验 / Evidence: add, sign, verify")
def command() -> None:
    """只有文件能证明的要求：登记、签名、核验、到期 / What only documents can show."""


@command.command("list")
@_common
@on_option
@click.option("--demo", is_flag=True, help="演示件也算 / let demo records count")
@click.option("--json", "as_json", is_flag=True, help="JSON")
def list_slots(region: Path, folder: Path | None, today: date, demo: bool, as_json: bool) -> None:
    """列出全部证据位 / List all slots and their state."""
    found = survey(_facts(region), _store(region, folder), today, demo=demo)
    if as_json:
        show((*found.lists, *found.records), as_json=True, slots=[_data(state) for state in found.states])
        return
    for state in found.states:
        slot = state.slot
        mark = f"{_WORDS[state.state]}/{state.state}"
        items = ",".join(slot.items)
        click.echo(f"{mark:<12} {slot.document.id:<24} {slot.scope}={slot.thing}  [{items}]")
    show((*found.lists, *found.records))
    counts = Counter(state.state for state in found.states)
    click.echo("  ".join(f"{_WORDS[name]}/{name} {count}" for name, count in counts.items()), err=True)


@command.command("add")
@_common
@click.argument("file", type=FILE)
@click.option("--document", required=True, help="文件种类，见 list / kind of document, see list")
@click.option("--scope", required=True, type=click.Choice(SCOPES), help="对象类别 / what it is about")
@click.option("--thing", required=True, help="对象，如型号或地点 / which one, e.g. a model or site")
@click.option("--issuer", required=True, help="出具机构 / who issued it")
@click.option("--number", required=True, help="文件编号 / the document's number")
@click.option("--date", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="签发日 / date")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="有效期末日 / last day of validity")
def add_document(
    *,
    region: Path,
    folder: Path | None,
    file: Path,
    document: str,
    scope: str,
    thing: str,
    issuer: str,
    number: str,
    day: datetime,
    until: datetime | None,
) -> None:
    """登记一份文件，随后须签名 / Take in a document; sign it next."""
    store = _store(region, folder)
    path = add(
        store,
        file,
        document=document,
        scope=scope,
        thing=thing,
        issuer=issuer,
        number=number,
        day=day.date(),
        until=as_day(until),
    )
    _note(store, "evidence-added", path)
    click.echo(f"{path}: 已登记，待签名 / added, to be signed: medcloud evidence sign")


@command.command("sign")
@_common
@click.argument("records", nargs=-1, type=FILE)
@signer_options
@on_option
def sign(
    *,
    region: Path,
    folder: Path | None,
    records: tuple[Path, ...],
    key_file: Path,
    cert_file: Path,
    today: date,
) -> None:
    """签名；不写记录则签全部未签名的 / Sign records; without any, all that are unsigned.

    签名前核对文件摘要，签名后核验证书链。The file is checked before, the chain after signing.
    """
    store = _store(region, folder)
    key, chain = read_signer(key_file, cert_file)
    chosen = records or tuple(p for p in sorted(store.records.glob("*.yaml")) if not _is_signed(p))
    store.trust.check(chain, "evidence", str(cert_file), today=today)
    for path in chosen:
        store.check_file(path)
        path.write_bytes(read_document(path).signed(key, chain).render())
        _note(store, "evidence-signed", path, by=chain[0].full_name)
        click.echo(f"{path}: 已签名 / signed: {chain[0].full_name}")
    if not chosen:
        click.echo("没有未签名的记录 / nothing is unsigned")


@command.command("verify")
@_common
@on_option
@click.option("--json", "as_json", is_flag=True, help="JSON")
@click.pass_context
def verify(ctx: click.Context, region: Path, folder: Path | None, today: date, as_json: bool) -> None:
    """核验每条记录：签名、证书链、吊销、文件 / Verify signatures, chains, revocation and files.

    退出码 / exit: 0 全部可信 / all good, 1 否 / not.
    """
    judged = _store(region, folder).judge(today)
    findings = [finding for entry in judged for finding in entry.findings]
    show(findings, as_json=as_json, records=len(judged))
    if not as_json:
        bad = sum(bool(entry.findings) for entry in judged)
        click.echo(f"{len(judged)} 条记录，{bad} 条不可信 / records, {bad} not to be relied on", err=True)
    ctx.exit(1 if findings else 0)


@command.command("due")
@_common
@on_option
@click.option("--days", default=WARN_DAYS, show_default=True, help="提前几天提醒 / warn so many days before")
@click.option("--strict", is_flag=True, help="缺少、不符也算 / also what is empty or does not fit")
@click.option("--demo", is_flag=True, help="演示件也算 / let demo records count")
@click.option("--json", "as_json", is_flag=True, help="JSON")
@click.pass_context
def due(  # noqa: PLR0917  # click passes them by name
    ctx: click.Context,
    region: Path,
    folder: Path | None,
    today: date,
    days: int,
    strict: bool,
    demo: bool,
    as_json: bool,
) -> None:
    """将到期与已到期 / What runs out and what has.

    退出码 / exit: 0 无到期 / nothing expired, 1 有到期，或 --strict 下不可上线 / expired, or not ready.
    """
    facts, store = _facts(region), _store(region, folder)
    found = survey(facts, store, today, demo=demo, warn_days=days)
    soon = [explain(state) for state in found.states if state.state == "due"]
    blocking = [explain(state) for state in found.states if state.state == "expired"]
    if strict:
        blocking = list(missing(facts, store, today, demo=demo))
    if as_json:
        show(blocking, as_json=True, due=[str(finding) for finding in soon], strict=strict)
    else:
        show([*soon, *blocking])
        click.echo(
            f"{len(soon)} 份 {days} 天内到期，{len(blocking)} 处阻断 / "
            f"{len(soon)} expire within {days} days, {len(blocking)} block",
            err=True,
        )
    ctx.exit(1 if blocking else 0)


def _is_signed(path: Path) -> bool:
    return bool(read_document(path).signatures)


def _note(store: Store, kind: str, path: Path, **more: str) -> None:
    content = read_document(path)
    append(store.ledger, kind, {"record": path.name, "sm3": content.digest, **more})


def _data(state: SlotState) -> dict[str, Any]:
    slot, record = state.slot, state.judged.record if state.judged else None
    data: dict[str, Any] = {
        "document": slot.document.id,
        slot.scope: slot.thing,
        "items": slot.items,
        "shall": slot.shall,
        "state": state.state,
    }
    if record and state.judged:
        signers = [signer.full_name for signer in state.judged.signers]
        data |= {"record": str(state.judged.path), "validUntil": record.valid_until, "signers": signers}
    return json.loads(json.dumps(data, default=str))  # type: ignore[no-any-return]  # plain data again
