"""`medcloud evidence`: documents that show what software cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from medcloud.cli._bilingual import Group, option
from medcloud.cli._findings import show
from medcloud.cli._signing import FILE, FOLDER, as_day, on_option, read_signer, signer_options
from medcloud.crypto import read_document
from medcloud.evidence import WARN_DAYS, RegionFacts, SlotState, Store, add, explain, missing, survey
from medcloud.evidence.ledger import append
from medcloud.evidence.record import SCOPES
from medcloud.region_files import ending, read_region, waived_in
from medcloud.region_files.facts import facts_of
from medcloud.text import Text
from medcloud.text.table import fill

_WORDS = {
    "good": Text("有效", "good"),
    "due": Text("将到期", "due"),
    "expired": Text("已到期", "expired"),
    "refused": Text("不可采信", "refused"),
    "demo": Text("演示", "demo"),
    "empty": Text("缺少", "empty"),
}


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The region file and its evidence folder."""
    region = click.argument("region", type=FILE)
    folder = option(
        "--folder",
        type=FOLDER,
        help=Text(
            "证据目录  [区域文件旁的 evidence/]", "evidence folder  [evidence/ beside the region file]"
        ),
    )
    return region(folder(command))


def _store(region: Path, folder: Path | None) -> Store:
    return Store(folder or region.parent / "evidence")


def _facts(region: Path) -> RegionFacts:
    return facts_of(read_region(region))


@click.group(
    "evidence",
    short_help=Text("证据：登记、签名、核验", "Evidence: add, sign, verify"),
    cls=Group,
    help=Text("只有文件能证明的要求：登记、签名、核验、到期", "What only documents can show."),
)
def command() -> None:
    """What only documents can show."""


@command.command("list", help=Text("列出全部证据位", "List all slots and their state."))
@_common
@on_option
@option("--demo", is_flag=True, help=Text("演示件也算", "let demo records count"))
@click.option("--json", "as_json", is_flag=True, help="JSON")
def list_slots(region: Path, folder: Path | None, today: date, demo: bool, as_json: bool) -> None:
    """List all slots and their state."""
    found = survey(_facts(region), _store(region, folder), today, demo=demo)
    waived = waived_in(region)
    if as_json:
        more = {"slots": [_data(state) for state in found.states], "waived": [w.record() for w in waived]}
        show((*found.lists, *found.records), as_json=True, **more)
        return
    for state in found.states:
        slot = state.slot
        mark = str(_WORDS[state.state])
        items = ",".join(slot.items)
        click.echo(f"{fill(mark, 12)} {slot.document.id:<24} {slot.scope}={slot.said}  [{items}]")
    for one in waived:
        click.echo(str(one))
    show((*found.lists, *found.records))
    counts = Counter(state.state for state in found.states)
    click.echo("  ".join(f"{_WORDS[name]} {count}" for name, count in counts.items()), err=True)


@command.command("add", help=Text("登记一份文件，随后须签名", "Take in a document; sign it next."))
@_common
@click.argument("file", type=FILE)
@option("--document", required=True, help=Text("文件种类，见 list", "kind of document, see list"))
@option("--scope", required=True, type=click.Choice(SCOPES), help=Text("对象类别", "what it is about"))
@option("--thing", required=True, help=Text("对象，如型号或地点", "which one, e.g. a model or site"))
@option("--issuer", required=True, help=Text("出具机构", "who issued it"))
@option("--number", required=True, help=Text("文件编号", "the document's number"))
@option("--date", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help=Text("签发日", "date"))
@option("--until", type=click.DateTime(["%Y-%m-%d"]), help=Text("有效期末日", "last day of validity"))
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
    """Take in a document; sign it next."""
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
    click.echo(
        Text(
            f"{path}: 已登记，待签名: medcloud evidence sign",
            f"{path}: added, to be signed: medcloud evidence sign",
        )
    )


@command.command(
    "sign",
    help=Text(
        "签名；不写记录则签全部未签名的。签名前核对文件摘要与证书链。",
        "Sign records; without any, all that are unsigned. The file and the chain are checked before.",
    ),
)
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
    """Sign records; without any, all that are unsigned. The file and the chain are checked before."""
    store = _store(region, folder)
    key, chain = read_signer(key_file, cert_file)
    chosen = records or tuple(p for p in sorted(store.records.glob("*.yaml")) if not _is_signed(p))
    store.trust.check(chain, "evidence", str(cert_file), today=today)
    for path in chosen:
        store.check_file(path)
        path.write_bytes(read_document(path).signed(key, chain).render())
        _note(store, "evidence-signed", path, by=chain[0].full_name)
        click.echo(Text(f"{path}: 已签名: {chain[0].full_name}", f"{path}: signed: {chain[0].full_name}"))
    if not chosen:
        click.echo(Text("没有未签名的记录", "nothing is unsigned"))


@command.command(
    "verify",
    help=Text(
        "核验每条记录：签名、证书链、吊销、文件。退出码：0 全部可信，1 否。",
        "Verify signatures, chains, revocation and files. Exit: 0 all good, 1 not.",
    ),
)
@_common
@on_option
@click.option("--json", "as_json", is_flag=True, help="JSON")
@click.pass_context
def verify(ctx: click.Context, region: Path, folder: Path | None, today: date, as_json: bool) -> None:
    """Verify signatures, chains, revocation and files. Exit: 0 all good, 1 not."""
    judged = _store(region, folder).judge(today)
    findings = [finding for entry in judged for finding in entry.findings]
    show(findings, as_json=as_json, records=len(judged))
    if not as_json:
        bad = sum(bool(entry.findings) for entry in judged)
        click.echo(
            Text(
                f"{len(judged)} 条记录，{bad} 条不可信", f"{len(judged)} records, {bad} not to be relied on"
            ),
            err=True,
        )
    ctx.exit(1 if findings else 0)


@command.command(
    "due",
    help=Text(
        "将到期与已到期。退出码：0 无到期，1 有到期，或 --strict 下不可上线。",
        "What runs out and what has. Exit: 0 nothing expired, 1 expired, or with --strict not ready.",
    ),
)
@_common
@on_option
@option("--days", default=WARN_DAYS, show_default=True, help=Text("提前几天提醒", "warn so many days before"))
@option("--strict", is_flag=True, help=Text("缺少、不符也算", "also what is empty or does not fit"))
@option("--demo", is_flag=True, help=Text("演示件也算", "let demo records count"))
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
    """What runs out and what has. Exit: 0 nothing expired, 1 expired, or with --strict not ready."""
    facts, store = _facts(region), _store(region, folder)
    found = survey(facts, store, today, demo=demo, warn_days=days)
    soon = [explain(state) for state in found.states if state.state == "due"]
    soon += ending(region, today + timedelta(days))
    blocking = [explain(state) for state in found.states if state.state == "expired"]
    if strict:
        blocking = list(missing(facts, store, today, demo=demo))
    if as_json:
        show(blocking, as_json=True, due=[str(finding) for finding in soon], strict=strict)
    else:
        show([*soon, *blocking])
        click.echo(
            Text(
                f"{len(soon)} 份 {days} 天内到期，{len(blocking)} 处阻断",
                f"{len(soon)} expire within {days} days, {len(blocking)} block",
            ),
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
        "name": slot.name,
        "items": slot.items,
        "shall": slot.shall,
        "state": state.state,
    }
    if record and state.judged:
        signers = [signer.full_name for signer in state.judged.signers]
        data |= {
            "record": str(state.judged.path),
            "valid_until": record.valid_until and str(record.valid_until),
            "signers": signers,
        }
    return data
