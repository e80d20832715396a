"""The generated pages, one a rule and two tables.

Made by `python -m medcloud_policies.handbook.docs [EXAMPLES [OUT]]`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from medcloud.standard import item
from medcloud.text import Text
from medcloud_policies.core import pack
from medcloud_policies.core.providers import aliases, folders
from medcloud_policies.core.rule import Rule
from medcloud_policies.handbook.explain import SEVERITY

ABOUT = "about.md"  # the one page that is written by hand
_NOTE = "<!-- Made by `python -m medcloud_policies.handbook.docs`; do not edit. -->\n\n"


def unjudged() -> dict[str, Text]:
    """Types that no rule judges, with the reason."""
    found: dict[str, Text] = {}
    for folder in folders().values():
        file = folder / "unjudged.yaml"
        listed = yaml.safe_load(file.read_text("utf-8")) if file.is_file() else {}
        found.update({type_: Text(**reason) for type_, reason in listed.items()})
    return found


def judged() -> dict[str, list[Rule]]:
    """The rules that judge each type, stack rules included."""
    found: dict[str, list[Rule]] = {}
    for rule in pack.rules():
        for type_ in rule.types:
            found.setdefault(type_, []).append(rule)
    return found


def pages(examples: Path) -> dict[str, str]:
    """All pages by file name; `examples` is the folder with a folder a provider, chapter and rule."""
    found = {f"{rule.id}.md": _page(rule, examples) for rule in pack.rules()}
    return {**found, "README.md": _index(), "types.md": _types(judged(), unjudged())}


def _page(rule: Rule, examples: Path) -> str:
    function = rule.judge or rule.judge_stack
    chapter = function.__module__.split(".")[1:3] if function else []
    folder = examples.joinpath(*chapter, rule.id)
    kind = "资源规则 / resource rule" if rule.judge else "栈规则 / stack rule"
    clauses = "".join(f"- `{key}` {item(key).title_zh} / {item(key).title_en}\n" for key in rule.items)
    types = "".join(f"- `{type_}`\n" for type_ in rule.types)
    settings = "".join(
        f"- `{s.name}`（默认 / default `{s.json_schema()['default']}`）{s.about.zh} / {s.about.en}\n"
        for s in rule.settings
    )
    return (
        f"{_NOTE}# {rule.id}\n\n"
        f"**{rule.title.zh}**  \n**{rule.title.en}**\n\n"
        f"{kind} · {SEVERITY[rule.severity]} / {rule.severity} · 强制 / mandatory\n\n"
        f"## 条款 / Clause items\n\n{clauses}\n"
        f"## 缘由 / Why\n\n{rule.why.zh}\n\n{rule.why.en}\n\n"
        f"## 整改 / Remedy\n\n{rule.remedy.zh}\n\n{rule.remedy.en}\n\n"
        f"## 判定的资源 / Judges\n\n{types}"
        + (f"\n## 设置 / Settings\n\n{settings}" if settings else "")
        + f"\n## 合格 / Good\n\n{_example(folder, 'good')}"
        + f"\n## 不合格 / Bad\n\n{_example(folder, 'bad')}"
    )


def _example(folder: Path, kind: str) -> str:
    """The first document of the first example of a kind."""
    first = min(folder.glob(f"{kind}-*.yaml")).read_text("utf-8")
    document = first.split("\n---\n")[0].strip()
    return f"```yaml\n{document}\n```\n"


def _index() -> str:
    rows = "".join(
        f"| [{rule.id}]({rule.id}.md) | {', '.join(rule.items)} | {rule.severity} "
        f"| {rule.title.zh} / {rule.title.en} |\n"
        for rule in pack.rules()
    )
    return (
        f"{_NOTE}# 规则 / Rules\n\n{len(pack.rules())} 条规则；各资源类型见 [types.md](types.md)。  \n"
        f"{len(pack.rules())} rules; by resource type: [types.md](types.md).\n\n"
        f"如何判定 / how they judge: [{ABOUT}]({ABOUT})\n\n"
        "| 规则 / Rule | 条款 / Items | 严重度 / Severity | 要求 / What holds |\n|---|---|---|---|\n" + rows
    )


def _types(rules: Mapping[str, list[Rule]], reasons: Mapping[str, Text]) -> str:
    rows = []
    for type_ in sorted({*rules, *reasons, *aliases()}):
        if type_ in aliases():
            said = f"同 / like `{aliases()[type_]}`"
        elif type_ in rules:
            said = ", ".join(f"[{rule.id}]({rule.id}.md)" for rule in rules[type_])
        else:
            said = f"{reasons[type_].zh} / {reasons[type_].en}"
        rows.append(f"| `{type_}` | {said} |\n")
    head = "| 类型 / Type | 判定规则或理由 / Rules, or why there are none |\n|---|---|\n"
    return f"{_NOTE}# 资源类型 / Resource types\n\n{head}{''.join(rows)}"


def write(examples: Path, out: Path) -> None:
    """Write all pages into a folder, and take out those of rules that are gone."""
    out.mkdir(parents=True, exist_ok=True)
    made = pages(examples)
    for old in out.glob("*.md"):
        if old.name not in (*made, ABOUT):
            old.unlink()
    for name, text in made.items():
        (out / name).write_text(text, "utf-8")


if __name__ == "__main__":
    _GIVEN = [Path(word) for word in sys.argv[1:]]
    write(*(_GIVEN + [Path("tests/policies"), Path("docs/policies")][len(_GIVEN) :]))
