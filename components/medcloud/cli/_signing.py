"""Options and reading of what a person signs with."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from medcloud.crypto import Certificate, PrivateKey, load_key, parse_certificates
from medcloud.standard.today import today

_VARIABLE = "MEDCLOUD_KEY_PASSPHRASE"
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


def signer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --key and --cert."""
    key = click.option(
        "--key",
        "key_file",
        type=FILE,
        required=True,
        help=f"SM2 私钥（PEM，权限 600；口令取自 {_VARIABLE} 或询问） / SM2 private key",
    )
    cert = click.option(
        "--cert",
        "cert_file",
        type=FILE,
        required=True,
        help="证书链（PEM，签名者在前） / certificate chain, the signer's first",
    )
    return key(cert(command))


def on_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --on, a day to judge for."""
    return click.option(
        "--on",
        "today",
        type=click.DateTime(["%Y-%m-%d"]),
        default=lambda: today().isoformat(),
        show_default="今天 / today",
        callback=lambda _context, _option, value: value.date(),
        help="按此日判断 / judge as of this day",
    )(command)


def read_signer(key_file: Path, cert_file: Path) -> tuple[PrivateKey, tuple[Certificate, ...]]:
    """The key and the chain."""
    chain = parse_certificates(cert_file.read_bytes(), str(cert_file))
    return load_key(key_file, _passphrase), chain


def _passphrase() -> str:
    found = os.environ.get(_VARIABLE)
    return (
        found if found is not None else str(click.prompt("私钥口令 / passphrase", hide_input=True, err=True))
    )


def as_day(value: datetime | None) -> date | None:
    """A date option's value."""
    return value.date() if value else None
