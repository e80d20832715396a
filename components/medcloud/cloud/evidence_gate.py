"""Evidence or refusal: `medcloud:evidence` in a stack's configuration (docs/evidence.md)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pulumi

from medcloud.region_files import MODES, lacking
from medcloud.standard.today import today
from medcloud.text import Finding, Text

_SHOWN = 20
_REMEDY = Text(
    "取得并登记这些证据：medcloud evidence list；或在 medcloud:evidence 改用 report",
    "get and add them: medcloud evidence list; or set medcloud:evidence to report",
)


def require_evidence(region_file: str) -> None:
    """End the program when the region's evidence must be complete and is not.

    `off` (default) asks for nothing, `report` warns, `mandatory` refuses an update and warns in a preview,
    `demo` is mandatory with records that say they are for a demonstration.
    """
    mode = pulumi.Config("medcloud").get("evidence") or "off"
    if mode not in MODES:
        words = ", ".join(MODES)
        raise pulumi.RunError(
            Text(
                f"medcloud:evidence = {mode}: 只可为 {words}",
                f"medcloud:evidence = {mode}: must be one of {words}",
            )
        )
    if mode == "off":
        return
    found = lacking(Path(region_file), today(), demo=mode == "demo")
    if not found:
        return
    if mode == "report" or pulumi.runtime.is_dry_run():
        pulumi.log.warn(_told(found))
    else:
        raise pulumi.RunError(f"{_told(found)}\n{_REMEDY}")


def _told(found: Sequence[Finding]) -> str:
    lines = [
        str(Text(f"证据不全: {len(found)}", f"evidence is not complete: {len(found)}")),
        *map(str, found[:_SHOWN]),
    ]
    if len(found) > _SHOWN:
        lines.append(f"… +{len(found) - _SHOWN}: medcloud evidence due --strict")
    return "\n".join(lines)
