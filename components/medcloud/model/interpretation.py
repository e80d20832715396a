"""Stricter readings of open clauses, as far as a region file can decide them (docs/interpretation.md)."""

from __future__ import annotations

from typing import Literal, get_args

Stricter = Literal[
    "encrypt_every_level",
    "private_from_level_3",
    "three_centres_for_every_level",
    "own_instruction_sets_only",
]
"""Settings of the catalogue's readings; the others are decided by hosts, people or documents."""

SETTINGS: tuple[Stricter, ...] = get_args(Stricter)
