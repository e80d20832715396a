"""Secrets by the shape of a line that detect-secrets has no detector for: commands, logins, Chinese names.

Only kinds and line numbers are told. A value that is a variable, a template or a file's name is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LOGIN = "password of a login"
# Not a variable, template, path, option, switch or call.
_VALUE = r"[\"']?(?![-$%{<>/*~!&|\"']|(?:true|false|none|null)\b|\w+\()[^\s\"'|;]{4,}"
_NEAR = r".{0,300}?"  # a command's options; bounded, or a long line of commands takes minutes

_SHAPES = {
    "Private Key": r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY",
    "cloud access key": r"\b(LTAI[A-Za-z0-9]{12,30}|AKID[A-Za-z0-9]{13,40})\b",
    "password hash": r"\$(1|2[aby]|5|6|y|7)\$[^\s:$]*\$?[./A-Za-z0-9$]{8,}",
    LOGIN: (
        rf"\b[\w.-]+:{_VALUE}[\"']?\s*\|\s*(sudo\s+)?chpasswd\b"
        rf"|\becho\s+(-n\s+)?{_VALUE}[\"']?\s*\|\s*(sudo\s+)?passwd\s+--stdin"
        rf"|\bnet\s+user\s+\S+\s+{_VALUE}"
    ),
    "password in a command": (
        rf"\bsshpass\s+-p\s*{_VALUE}"
        rf"|\bcurl\b{_NEAR}\s(-u|--user)[\s=]*[\"']?[\w.@-]+:{_VALUE}"
        rf"|\bmysql(dump|admin)?\b{_NEAR}\s-p{_VALUE}"
        rf"|\b(docker|podman|nerdctl)\s+login\b{_NEAR}\s(-p|--password)[\s=]+{_VALUE}"
        rf"|\bredis-cli\b{_NEAR}\s-a\s+{_VALUE}"
        rf"|\s-pass(in|out)?\s+[\"']?pass:{_VALUE}"
        r"|--token[\s=]+[\"']?[a-z0-9]{6}\.[a-z0-9]{16}\b"
    ),
    "password or key by its name": (
        rf"^\s*(requirepass|masterauth|auth_pass|bindpw)\s+{_VALUE}"
        rf"|(?i:pass_?phrase|_pw|\bpsk)[\"']?\s*[:=]\s*{_VALUE}"
        rf"|(?i:<\w*(password|passwd|secret)>)(?![$%{{])[^<\s]{{4,}}</"
        r"|(密码|口令|令牌)[\"']?\s*[:：=]\s*[\"']?(?![-$%{<>/*~!])(?=[!-~]*\d)[!-~]{6,}"
    ),
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _SHAPES.items()}
# A line without any of these has none of the shapes.
_GATE = re.compile(
    r"PRIVATE KEY|LTAI|AKID|\$\w+\$|passwd|net\s+user|sshpass|curl|mysql|login|redis-cli|-pass|--token"
    r"|requirepass|masterauth|auth_pass|bindpw|(?i:pass_?phrase|_pw|psk|word>|secret>)|密码|口令|令牌"
)
_LIST = re.compile(r"(\s*)chpasswd\s*:")
_HERE = re.compile(r"\bchpasswd\b.*<<-?\s*[\"']?(\w+)")
_PAIR = re.compile(r"\s*(- )?[\"']?[A-Za-z_][\w.-]*:(?!\s|R\b|RANDOM\b|[$%{<!*])\S")


def kinds(line: str) -> Iterator[str]:
    """Kinds of secrets in one line."""
    if _GATE.search(line):
        for kind, pattern in _PATTERNS.items():
            if pattern.search(line):
                yield kind


def logins(lines: Sequence[str]) -> Iterator[int]:
    """Numbers of lines `user:password` that cloud-init's or a shell's chpasswd is given."""
    indent, end = -1, ""
    for number, line in enumerate(lines, 1):
        here = len(line) - len(line.lstrip())
        if begun := _LIST.match(line):
            indent = len(begun[1])
        elif begun := _HERE.search(line):
            end = begun[1]
        elif end:
            end = "" if line.strip() == end else end
        elif line.strip() and here <= indent:
            indent = -1
        if (indent >= 0 or end) and _PAIR.match(line):
            yield number
