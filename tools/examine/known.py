"""The ids that each examiner really has: out of its own content."""

from __future__ import annotations

import json
import re
import subprocess
import xml.etree.ElementTree as ET  # Debian's own files

from tools.examine import openscap, ssh_audit
from tools.examine.scanner import content

_ID = re.compile(r"\b([A-Z]{3,5}-\d{4})\b|Report(?:Suggestion|Warning) \"?(LYNIS)\b")
_DUMP = """
import json
from ssh_audit.ssh2_kexdb import SSH2_KexDB
print(json.dumps([f"{kind}:{name}" for kind, rows in SSH2_KexDB.get_db().items() for name in rows]))
"""


def rules() -> set[str]:
    """OpenSCAP: the rules of every data stream that is run."""
    found = set()
    for name in openscap.CONTENT.values():
        for _, element in ET.iterparse(content(f"{openscap.FOLDER}/{name}")):  # noqa: S314
            if element.tag == f"{{{openscap.NS['x']}}}Rule":
                found.add(element.attrib["id"].removeprefix(openscap.RULE))
    return found


def tests() -> set[str]:
    """lynis: its data base of tests, and the ids that its programs report."""
    files = [content("/usr/sbin/lynis"), content("/usr/share/lynis/db/tests.db")]
    for folder in ("/usr/share/lynis/include", "/usr/share/lynis/plugins", "/etc/lynis/plugins"):
        files += content(folder).glob("*")
    texts = (path.read_text("utf-8", "replace") for path in files if path.is_file())
    return {hit for text in texts for pair in _ID.findall(text) for hit in pair if hit}


def algorithms() -> set[str]:
    """ssh-audit: each algorithm that it has notes on, as kind:name."""
    python = ssh_audit.program().with_name("python")
    done = subprocess.run([str(python), "-c", _DUMP], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def ids() -> dict[str, set[str]]:
    """By examiner."""
    return {"openscap": rules(), "lynis": tests(), "ssh-audit": algorithms()}
