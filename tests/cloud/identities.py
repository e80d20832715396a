"""Where resources stand in the state: the URN's chain of types and name, now and by their aliases before.

Run ``python -m tests.cloud.identities`` to write the golden identities anew after a release that may move.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pulumi

from medcloud.cloud import Region, Settings
from tests.cloud.recorder import Alias, Deployment, Made, deploy
from tests.plan import sample

GOLDEN = Path(__file__).with_name("golden") / "panyu.resources"
Identity = tuple[str, str]
"""Types from the outermost parent to the resource itself, joined by ``$``, and its name."""


def made() -> Deployment:
    """What the program of the sample region registers, by the plan of its committed lock."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for image in {p.image.file for c in sample.plan().centres for p in c.pools if p.image.file}:
            (folder / image).parent.mkdir(exist_ok=True)
            (folder / image).touch()
        return deploy(lambda: Region(sample.plan(), folder, _settings()))


def _settings() -> Settings:
    return Settings(
        certificate=pulumi.Output.secret("CERT"),
        certificate_key=pulumi.Output.secret("KEY"),
        link_key=pulumi.Output.secret("LINK"),
    )


def write_tree(found: Iterable[Made]) -> str:
    """One resource a line, ``type name``, below its parent; siblings sorted, so that order is no news."""
    children: dict[str, list[Made]] = {}
    everything = list(found)
    urns = {each.urn for each in everything}
    for each in everything:
        children.setdefault(each.parent if each.parent in urns else "", []).append(each)

    def lines(parent: str, depth: int) -> Iterator[str]:
        for each in sorted(children.get(parent, []), key=lambda m: (m.type, m.name)):
            yield f"{' ' * depth}{each.type} {each.name}"
            yield from lines(each.urn, depth + 1)

    return "\n".join(lines("", 0)) + "\n"


def read_tree(text: str) -> set[Identity]:
    """The identities that a tree names."""
    chain: list[str] = []
    found = set()
    for line in text.splitlines():
        type_, _, name = line.strip().partition(" ")
        chain[len(line) - len(line.lstrip()) :] = [type_]
        found.add(("$".join(chain), name))
    return found


def held(found: Iterable[Made]) -> dict[Identity, Made]:
    """By every identity that a resource has or, by aliases of its own or its parents', had.

    The engine's rules: an alias says what differed; children follow their parent, and a child whose name
    begins with its parent's is taken to have changed with it.
    """
    known: dict[str, set[Identity]] = {}
    all_of: dict[Identity, Made] = {}
    for each in found:  # parents are registered first
        known[each.urn] = set(_identities(each, known))
        all_of |= dict.fromkeys(known[each.urn], each)
    return all_of


def _identities(each: Made, known: dict[str, set[Identity]]) -> Iterator[Identity]:
    parents = known.get(each.parent) or {("", "")}
    now = _split(each.parent)[1] if each.parent in known else ""
    for parent in parents:
        name = each.name
        if now and parent[1] != now and name.startswith(now):
            name = parent[1] + name.removeprefix(now)
        yield _below(parent[0], each.type), name
        for alias in each.aliases:
            yield _former(alias, each, parent, name, known)


def _former(
    alias: Alias, each: Made, parent: Identity, name: str, known: dict[str, set[Identity]]
) -> Identity:
    if alias.urn:
        _, _, types, former = alias.urn.removeprefix("urn:pulumi:").split("::", 3)
        return types.removeprefix("pulumi:pulumi:Stack$"), former
    if alias.parent:
        parent = min(known.get(alias.parent) or {_split(alias.parent)})
    chain = "" if alias.no_parent else parent[0]
    return _below(chain, alias.type or each.type), alias.name or name


def _split(urn: str) -> Identity:
    _, _, types, name = urn.removeprefix("urn:pulumi:").split("::", 3)
    return types.removeprefix("pulumi:pulumi:Stack$"), name


def _below(chain: str, type_: str) -> str:
    return f"{chain}${type_}" if chain else type_


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(write_tree(made().made), encoding="utf-8")
