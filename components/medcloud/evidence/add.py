"""Taking a document into the evidence folder."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from medcloud.crypto import digest, digest_file, refuse
from medcloud.evidence.record import Record, documents, item_of, read_record
from medcloud.evidence.store import Store
from medcloud.text import Place, Text

_UNSAFE = re.compile(r"[^\w.-]+")


def add(
    store: Store,
    file: Path,
    *,
    document: str,
    scope: str,
    thing: str,
    issuer: str,
    number: str,
    day: date,
    until: date | None = None,
    demo: bool = False,
) -> Path:
    """Copy a file into ``files/`` and write its record, unsigned; the record's path.

    `until` left out is the latest day that its kind allows. Refused when the record would be refused or
    there is one for the same document of the same thing by the same number.
    """
    kind = documents().get(document)
    if kind is None:
        known = ", ".join(documents())
        raise refuse(
            Place(document),
            Text("无此类文件", "no such kind of document"),
            Text(f"可用：{known}", f"there are: {known}"),
        )
    if until is None and kind.valid_days is not None:
        until = day + timedelta(kind.valid_days)
    sm3, size = digest_file(file)
    if not size:
        raise refuse(
            Place(str(file)),
            Text("文件是空的", "the file is empty"),
            Text("核对是否已下载或扫描完整", "see whether it was downloaded or scanned to its end"),
            item=item_of(kind),
        )
    name = f"files/{sm3[:12]}-{_UNSAFE.sub('_', file.name)}"
    record = Record(kind, scope, thing, issuer, number, day, until, name, size, sm3, demo)
    path = store.records / f"{document}-{digest('/'.join((*record.key, number)).encode()).hex()[:12]}.yaml"
    if path.exists():
        raise refuse(
            Place(str(path)),
            Text("已有同号记录", "a record with this number is there already"),
            Text(
                "核对编号；确要更换请先删去旧记录",
                "check the number; remove the old record if it is to be replaced",
            ),
            item=item_of(kind),
        )
    read_record(record.text(), str(path))
    for folder in (store.folder / "files", store.records):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, store.folder / name)
    path.write_bytes(record.text())
    return path
