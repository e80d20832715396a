"""Fills every slot of the sample region with documents that say on their face that they are a demonstration.

    python -m tools.demo_evidence [--region examples/panyu/region.yaml] [--into examples/panyu/evidence]

Made anew each time: a demonstration authority and one officer (keys under keys/, never committed), a trust
folder, a document and a signed record for each slot, and a ledger with a signed head.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from medcloud.crypto import read_document
from medcloud.evidence import RegionFacts, Slot, Store, add
from medcloud.evidence.ledger import append, sign_head
from medcloud.evidence.slots import slots
from medcloud.region_files import read_region
from medcloud.region_files.facts import facts_of
from medcloud.text import Text
from tools.demo_ca import Holder, issue, revocation_list

_MADE = ("files", "records", "ledger", "trust", "keys")
_OFFICER = "演示证据专员 DEMO"


def fill(facts: RegionFacts, folder: Path, today: date) -> int:
    """Make the demonstration set in a folder that has the lists; the number of records."""
    if not _is_demo(folder):
        raise SystemExit(
            Text(f"{folder}: 内有真实证据，不予覆盖", f"{folder}: holds real evidence and is left alone")
        )
    for name in _MADE:
        shutil.rmtree(folder / name, ignore_errors=True)
    store = Store(folder)
    officer = _authority(folder, today)
    found, _ = slots(facts, store.parts, store.software)
    with tempfile.TemporaryDirectory() as scratch:
        for slot in found:
            _record(store, slot, Path(scratch), officer, today)
    append(store.ledger, "demo-evidence", {"records": len(found), "demo": True})
    sign_head(store.ledger, officer.key, [officer.certificate])
    return len(found)


def _is_demo(folder: Path) -> bool:
    """Whether all that would be removed was made here."""
    anchors = {path.name for path in (folder / "trust/anchors").glob("*")}
    records = (folder / "records").glob("*.yaml")
    return anchors <= {"demo.pem"} and all(b"\ndemo: true\n" in path.read_bytes() for path in records)


def _authority(folder: Path, today: date) -> Holder:
    """Root and officer, valid for a year, and a trust folder that relies on them."""
    first = today - timedelta(1)
    root = issue(
        {"country_name": "CN", "common_name": "演示根证书 DEMO ROOT"}, first=first, days=366, ca=True
    )
    officer = issue({"country_name": "CN", "common_name": _OFFICER}, root, first=first)
    for name in ("trust/anchors", "trust/crls", "keys"):
        (folder / name).mkdir(parents=True)
    officer.write(folder / "keys/officer")
    (folder / "trust/anchors/demo.pem").write_text(root.certificate.armoured(), encoding="utf-8")
    (folder / "trust/crls/demo.crl").write_bytes(revocation_list(root, first=first))
    lines = [f"{purpose}: ['{_OFFICER}']\n" for purpose in ("evidence", "waivers", "ledger")]
    (folder / "trust/signers.yaml").write_text("".join(lines), encoding="utf-8")
    return officer


def _record(store: Store, slot: Slot, scratch: Path, officer: Holder, today: date) -> None:
    file = scratch / f"{slot.document.id}.txt"
    file.write_text(_text(slot, today), encoding="utf-8")
    path = add(
        store,
        file,
        document=slot.document.id,
        scope=slot.scope,
        thing=slot.thing,
        issuer=f"演示 DEMO（应为 {slot.document.issuer_zh}）",
        number=f"DEMO-{slot.document.id}-{slot.thing}",
        day=today,
        demo=True,
    )
    path.write_bytes(read_document(path).signed(officer.key, [officer.certificate]).render())


def _text(slot: Slot, today: date) -> str:
    banner = "*** 演示件，不具任何证明效力 *** / *** DEMO, PROVES NOTHING ***"
    return "\n".join(
        [
            banner,
            "",
            f"{slot.document.document_zh} / {slot.document.document_en}",
            f"对象 / About: {slot.scope} {slot.thing}",
            f"条款 / Items of T/GYJS 014-2025: {', '.join(slot.items)}",
            f"应由其出具 / To be issued by: {slot.document.issuer_zh} / {slot.document.issuer_en}",
            f"日期 / Date: {today}",
            "",
            banner,
            "",
        ]
    )


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--region", type=Path, default=Path("examples/panyu/region.yaml"))
    parser.add_argument("--into", type=Path, help="default: evidence/ beside the region file")
    args = parser.parse_args()
    folder = args.into or args.region.parent / "evidence"
    folder.mkdir(exist_ok=True)
    for name in ("parts.csv", "software.csv"):
        if not (folder / name).exists():
            shutil.copyfile(args.region.parent / "evidence" / name, folder / name)
    count = fill(facts_of(read_region(args.region)), folder, datetime.now(timezone.utc).date())
    print(Text(f"{count} 份演示证据: {folder}", f"{count} pieces of demo evidence: {folder}"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
