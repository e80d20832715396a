"""`medcloud waiver`: signed, dated exceptions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from medcloud.cli._signing import FILE, FOLDER, on_option, read_signer, signer_options
from medcloud.crypto import Refused, read_document
from medcloud.waivers import WaiverRefused, check_waivers, load_waivers


@click.group("waiver", short_help="豁免：签名、校验 / Waivers: sign, check")
def command() -> None:
    """豁免文件 / Files of waivers."""


@command.command("sign")
@click.argument("file", type=FILE)
@signer_options
@on_option
def sign(file: Path, key_file: Path, cert_file: Path, today: date) -> None:
    """以批准人身份签名；有错的不签 / Sign as who approves; nothing that would be refused is signed."""
    document = read_document(file)
    _, findings = check_waivers(document.payload, str(file), today)
    if findings:
        raise WaiverRefused(*findings)
    key, chain = read_signer(key_file, cert_file)
    file.write_bytes(document.signed(key, chain).render())
    click.echo(f"{file}: 已签名 / signed: {chain[0].full_name}")


@command.command("check")
@click.argument("file", type=FILE)
@click.option("--trust", type=FOLDER, required=True, help="信任目录 / trust folder")
@on_option
@click.pass_context
def check(ctx: click.Context, file: Path, trust: Path, today: date) -> None:
    """校验豁免文件 / Check a file of waivers. 退出码 / exit: 0 有效 / in force, 1 否 / refused."""
    try:
        found = load_waivers(file, trust=trust, today=today)
    except Refused as error:
        click.echo(str(error))
        ctx.exit(1)
    for waiver in found.waivers:
        targets = ", ".join(map(str, waiver.resources))
        click.echo(f"{waiver.id}  [{waiver.item}]  至/until {waiver.until}  {waiver.approved_by}  {targets}")
