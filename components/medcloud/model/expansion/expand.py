"""From what a person wrote to the region written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from medcloud.model.expansion import faults
from medcloud.model.expansion.environments import Environments
from medcloud.model.expansion.files import Files
from medcloud.model.expansion.found import Found
from medcloud.model.expansion.include import with_included
from medcloud.model.expansion.sections import EACH, ENVIRONMENTS, USE, WORDS, WORDS_OF, WORKLOADS, entries
from medcloud.model.expansion.sites import PerSite
from medcloud.model.expansion.templates import Templates, without
from medcloud.model.expansion.tenants import PerTenant
from medcloud.text import Finding
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.problem import Problem
from medcloud.text.reading.tree import Node, Scalar, Table


@dataclass(frozen=True)
class Expanded:
    """A region written out, and what was wrong on the way."""

    root: Table
    """Without a word of this language; the very tree that was given, when it had none."""
    written: Table
    """As people wrote it, all files together."""
    found: tuple[tuple[Problem, Finding], ...] = ()
    doubtful: frozenset[str] = frozenset()
    """Sections with parts missing for them."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """Tenant of each workload, and site of each centre, that was made with several, by its id."""


def expand(root: Table, files: Files | None, kind: Kind, environment: str | None = None) -> Expanded:
    """The region written out, of an environment or production.

    Unreadable when an included file is, or when far too much comes of it.
    """
    if not _says_less(root) and environment is None:
        return Expanded(root, root)
    found = Found()
    written = with_included(root, files, kind, found)
    templates, tenants = Templates(written, found), PerTenant(written, found)
    whole = without(written, WORDS)
    for section in entries():
        table = whole.entries.get(section)
        if isinstance(table, Table):
            whole.entries[section] = _section(section, table, templates, found)
    sites = PerSite(found)
    sites.write_out(whole)
    workloads = whole.entries.get(WORKLOADS)
    if isinstance(workloads, Table):
        whole.entries[WORKLOADS] = tenants.write_out(workloads)
    environments = Environments(whole, found)
    environments.check()
    whole = environments.region(environment) if environment else whole
    whole = without(whole, (ENVIRONMENTS,))
    owners = {**sites.owners, **tenants.owners}
    return Expanded(whole, written, (*found.all,), frozenset(found.doubtful), owners)


def _section(section: str, table: Table, templates: Templates, found: Found) -> Table:
    out = replace(table, entries={}, keys={})
    for key, value in table.entries.items():
        entry: Node | None = value
        if isinstance(value, Scalar) and value.value is None and templates.has_defaults(section):
            entry = Table(value.line, value.column, file=value.file)
        if isinstance(entry, Table):
            if section == WORKLOADS and {EACH, "tenant"} <= entry.entries.keys():
                found.say((section, key, "tenant"), entry.keys["tenant"], faults.TENANT_TOO, section)
            entry = templates.whole(section, key, entry)
        if entry is not None:
            found.grow(entry)
            out.entries[key], out.keys[key] = entry, table.keys[key]
    return out


def _says_less(root: Table) -> bool:
    """Whether a file has any word of this language."""
    if not root.entries.keys().isdisjoint((*WORDS, ENVIRONMENTS)):
        return True
    for section in entries():
        table, words = root.entries.get(section), (USE, *WORDS_OF.get(section, ()))
        for entry in table.entries.values() if isinstance(table, Table) else ():
            if isinstance(entry, Table) and not entry.entries.keys().isdisjoint(words):
                return True
    return False
