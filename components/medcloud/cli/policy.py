"""`medcloud policy`: what the rules of the pack are about."""

from __future__ import annotations

import json
from pathlib import Path

import click

from medcloud.cli._bilingual import Group, option
from medcloud.cli._search import has_word
from medcloud.region_files import open_plan
from medcloud.review.pack_settings import pack_settings
from medcloud.standard import items
from medcloud.text import Text
from medcloud_policies.core import pack
from medcloud_policies.handbook import environments, explain


@click.group("policy", cls=Group, help=Text("策略包的规则", "The rules of the policy pack."))
def command() -> None:
    """The rules of the policy pack."""


@command.command("list", help=Text("列出全部规则", "List the rules."))
@option("--item", "item_id", help=Text("只列出涉及此条款的规则", "Only rules of this clause item."))
@option(
    "--type", "type_", help=Text("只列出判定此资源类型的规则", "Only rules of resource types with this word.")
)
@option("--grep", "word", help=Text("只列出提到此词的规则", "Only rules whose id or texts have this word."))
def list_rules(item_id: str | None, type_: str | None, word: str | None) -> None:
    """List the rules."""
    if item_id is not None and not _is_item(item_id):
        raise click.ClickException(
            str(
                Text(
                    f"标准无此条: {item_id}；全部条款见 `medcloud coverage`",
                    f"no such item: {item_id}; all items: `medcloud coverage`",
                )
            )
        )
    found = [
        rule
        for rule in pack.rules()
        if (item_id is None or item_id in rule.items)
        and (type_ is None or any(has_word(judged, type_) for judged in rule.types))
        and (word is None or has_word(explain.text(rule, "both"), word))
    ]
    for rule in found:
        click.echo(explain.line(rule))
    if not found:
        click.echo(Text("没有这样的规则", "no such rule"), err=True)


@command.command(
    "explain", help=Text("说明一条规则", "Say what a rule wants, why, and what to write instead.")
)
@click.argument("rule_id", metavar="ID")
def explain_rule(rule_id: str) -> None:
    """Say what a rule wants, why, and what to write instead."""
    found = explain.find(rule_id)
    if found is None:
        if _is_item(rule_id):
            raise click.ClickException(
                str(
                    Text(
                        f"{rule_id} 是条款，其规则见: medcloud policy list --item {rule_id}",
                        f"{rule_id} is an item, its rules: medcloud policy list --item {rule_id}",
                    )
                )
            )
        near = "、".join(explain.near(rule_id)) or "-"
        raise click.ClickException(
            str(Text(f"无此规则: {rule_id}（相近: {near}）", f"no such rule: {rule_id} (near: {near})"))
        )
    click.echo(explain.text(found))


@command.command(
    "config",
    help=Text("输出某环境的执行级别", "Print an environment's levels for `pulumi --policy-pack-config`."),
)
@click.argument("environment", type=click.Choice(list(environments.ENVIRONMENTS)))
def print_config(environment: str) -> None:
    """Print an environment's levels for `pulumi --policy-pack-config`."""
    click.echo(json.dumps(environments.levels(environment), indent=2))


@command.command(
    "settings",
    help=Text(
        "输出区域文件所引用的既有资源的设置，供 `pulumi --policy-pack-config`",
        "Print what the pack is to know of what a region file adopts, for `pulumi --policy-pack-config`.",
    ),
)
@click.argument("region", type=click.Path(dir_okay=False, path_type=Path))
def print_settings(region: Path) -> None:
    """Print what the pack is to know of what a region file adopts."""
    click.echo(json.dumps(pack_settings(open_plan(region, write=False)), indent=2, ensure_ascii=False))


def _is_item(text: str) -> bool:
    return any(item.id == text for item in items())
