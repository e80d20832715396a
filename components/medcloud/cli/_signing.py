"""Options and reading of what a person signs with."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from medcloud.cli._bilingual import option
from medcloud.crypto import Certificate, PrivateKey, load_key, parse_certificates
from medcloud.standard.today import today
from medcloud.text import Text

_VARIABLE = "MEDCLOUD_KEY_PASSPHRASE"
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


def signer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --key and --cert."""
    key = option(
        "--key",
        "key_file",
        type=FILE,
        required=True,
        help=Text(
            f"SM2 私钥（PEM，权限 600；口令取自 {_VARIABLE} 或询问）",
            f"SM2 private key (PEM, mode 600; its passphrase from {_VARIABLE}, or asked for)",
        ),
    )
    cert = option(
        "--cert",
        "cert_file",
        type=FILE,
        required=True,
        help=Text("证书链（PEM，签名者在前）", "certificate chain, the signer's first"),
    )
    return key(cert(command))


def on_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --on, a day to judge for."""
    return option(
        "--on",
        "today",
        type=click.DateTime(["%Y-%m-%d"]),
        default=lambda: today().isoformat(),
        callback=lambda _context, _option, value: value.date(),
        help=Text("按此日判断，缺省为今天", "judge as of this day, today if not given"),
    )(command)


def read_signer(key_file: Path, cert_file: Path) -> tuple[PrivateKey, tuple[Certificate, ...]]:
    """The key and the chain."""
    chain = parse_certificates(cert_file.read_bytes(), str(cert_file))
    return load_key(key_file, _passphrase), chain


def _passphrase() -> str:
    found = os.environ.get(_VARIABLE)
    if found is not None:
        return found
    return str(click.prompt(str(Text("私钥口令", "passphrase")), hide_input=True, err=True))


def as_day(value: datetime | None) -> date | None:
    """A date option's value."""
    return value.date() if value else None
