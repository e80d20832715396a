"""Before the provider is built: its schema, and the proof that it fits the installed SDK.

Run with a copy of this folder as the working one, and `go` on PATH; any difference ends the build. With
`--tokens`, in the folder itself, it writes `provider/tokens.json` anew, for another version of either side.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools.engines.openstack import compare, match

TOKENS = Path("provider/tokens.json")


def gen(what: str) -> Any:
    """What `gen` prints, also kept in a file of that name."""
    text = subprocess.run(["bin/gen", what], check=True, stdout=subprocess.PIPE, text=True).stdout
    Path(f"{what}.json").write_text(text)
    return json.loads(text)


def main() -> int:
    """0 when every resource, function and property is the SDK's."""
    subprocess.run(["go", "build", "-v", "-o", "bin/gen", "./gen"], check=True)
    table, unmatched = match.table(gen("names"))
    text = json.dumps(table, indent=1, sort_keys=True) + "\n"
    if "--tokens" in sys.argv:
        TOKENS.write_text(text)
        return 0
    differences = [f"unmatched {name}" for name in unmatched]
    if TOKENS.read_text() != text:
        differences.append("tokens.json is not what match.py finds; see prepare.py --tokens")
    checked = compare.Comparison(gen("schema"))
    checked.run()
    differences += checked.differences
    for line in differences:
        print(line)
    print(
        f"{checked.resources} resources, {checked.functions} functions, {checked.count} properties compared,"
    )
    if differences:
        print(f"{len(differences)} differ from the installed pulumi-openstack: {differences[0]}")
    return int(bool(differences))


if __name__ == "__main__":
    sys.exit(main())
