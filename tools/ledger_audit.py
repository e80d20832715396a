"""Checks a ledger or a proof with Python's standard library and the openssl command (3.0 or later) only.

    python ledger_audit.py ledger FOLDER CERTIFICATE...
    python ledger_audit.py proof PROOF.json CERTIFICATE...

CERTIFICATE are PEM files, the signer's and, where there are any, others that signed heads; get them from the
signer, not from the ledger. Exit: 0 good, 1 not good, 2 cannot be checked. This file imports nothing of
medcloud: copy it, read it, run it elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

_ID = "distid:1234567812345678"
_MARK = "---\nsignatures:\n"
_TAIL = re.compile(rb',"hash":"([0-9a-f]{64})"\}$')


def sm3(data: bytes) -> bytes:
    """SM3 by Python's OpenSSL, or by the command where that has none."""
    try:
        return hashlib.new("sm3", data).digest()
    except ValueError:
        return _openssl("dgst", "-sm3", "-binary", data=data)


def _openssl(*args: str, data: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *args], input=data, capture_output=True, check=True).stdout


def _is_signed(message: bytes, signature: bytes, certificate: str) -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "m").write_bytes(message)
        (folder / "s").write_bytes(signature)
        (folder / "k").write_bytes(_openssl("x509", "-in", certificate, "-pubkey", "-noout"))
        args = [
            "dgst",
            "-sm3",
            "-sigopt",
            _ID,
            "-verify",
            name + "/k",
            "-signature",
            name + "/s",
            name + "/m",
        ]
        return subprocess.run(["openssl", *args], capture_output=True, check=False).returncode == 0


def check_head(text: str, certificates: list[str]) -> dict[str, str]:
    """The fields of a signed head; ValueError when none of the certificates signed it."""
    payload, mark, rest = text.partition(_MARK)
    block = re.search(r"value: \|\n((?:    [A-Za-z0-9+/=]+\n)+)", rest)
    if not mark or not block:
        raise ValueError("head: no signature in it")
    signature = base64.b64decode("".join(block[1].split()))
    if not any(_is_signed(payload.encode(), signature, path) for path in certificates):
        raise ValueError("head: the signature is none of the certificates'")
    return {key: value.strip(' "') for key, value in re.findall(r"(\w+): (.*)", payload)}


def root(lines: list[bytes]) -> bytes:
    """Merkle root of lines (RFC 6962 with SM3)."""
    level = [sm3(b"\0" + line) for line in lines]
    while len(level) > 1:
        pairs = [sm3(b"\1" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0]


def check_ledger(folder: Path, certificates: list[str]) -> str:
    """What was found good; ValueError names what is not."""
    *lines, half = (folder / "entries.jsonl").read_bytes().split(b"\n")
    before = "0" * 64
    for number, line in enumerate(lines, 1):
        tail = _TAIL.search(line)
        if not tail or sm3(line[: tail.start()]).hex() != tail[1].decode():
            raise ValueError(f"entries.jsonl:{number}: changed")
        entry = json.loads(line)
        if (entry["n"], entry["prev"]) != (number, before):
            raise ValueError(f"entries.jsonl:{number}: does not follow the line before")
        before = entry["hash"]
    if half:
        raise ValueError(f"entries.jsonl:{len(lines) + 1}: incomplete")
    covered, previous = 0, "0" * 64
    for path in sorted((folder / "heads").glob("*.yaml")):
        head = check_head(path.read_text(encoding="utf-8"), certificates)
        size = int(head["size"])
        if path.stem != f"{size:08}" or head["previous"] != previous:
            raise ValueError(f"{path.name}: replaced, or one before it removed")
        if size > len(lines) or root(lines[:size]).hex() != head["root"]:
            raise ValueError(f"{path.name}: not what the ledger holds")
        covered, previous = size, sm3(path.read_bytes()).hex()
    return f"good: {len(lines)} entries, {covered} of them under a signed head"


def check_proof(path: Path, certificates: list[str]) -> str:
    """The entry that the proof is for; ValueError when it does not hold."""
    proof = json.loads(path.read_text(encoding="utf-8"))
    head = check_head(proof["head"], certificates)
    found = sm3(b"\0" + proof["line"].encode())
    for side, beside in proof["path"]:
        pair = (bytes.fromhex(beside), found) if side == "left" else (found, bytes.fromhex(beside))
        found = sm3(b"\1" + b"".join(pair))
    if found.hex() != head["root"] or not 1 <= proof["n"] <= int(head["size"]):
        raise ValueError("proof: does not lead to the root that was signed")
    if json.loads(proof["line"])["n"] != proof["n"]:
        raise ValueError("proof: is for another entry")
    return f"good: entry {proof['n']} of {head['size']}, signed on {head['day']}\n{proof['line']}"


def main(args: list[str]) -> int:
    """The command."""
    checks = {"ledger": check_ledger, "proof": check_proof}
    if len(args) < 3 or args[0] not in checks:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        print(checks[args[0]](Path(args[1]), args[2:]))
    except (OSError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 2
    except (ValueError, KeyError, TypeError) as error:
        print(f"NOT GOOD: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
