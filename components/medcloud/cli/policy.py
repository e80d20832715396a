"""`medcloud policy`: what the rules of the pack are about."""

from __future__ import annotations

import json

import click

from medcloud.standard import items
from medcloud_policies.core import pack
from medcloud_policies.handbook import environments, explain


@click.group("policy")
def command() -> None:
    """策略包的规则 / The rules of the policy pack."""


@command.command("list")
@click.option("--item", "item_id", help="只列出涉及此条款的规则 / Only rules of this clause item.")
def list_rules(item_id: str | None) -> None:
    """列出全部规则 / List the rules."""
    if item_id is not None and not _is_item(item_id):
        raise click.ClickException(
            f"标准无此条 / no such item: {item_id}；全部条款见 / all items: `medcloud coverage`"
        )
    for rule in pack.rules():
        if item_id is None or item_id in rule.items:
            click.echo(explain.line(rule))


@command.command("explain")
@click.argument("rule_id", metavar="ID")
def explain_rule(rule_id: str) -> None:
    """说明一条规则 / Say what a rule wants, why, and what to write instead."""
    found = explain.find(rule_id)
    if found is None:
        if _is_item(rule_id):
            raise click.ClickException(
                f"{rule_id} 是条款，其规则见 / is an item, its rules: medcloud policy list --item {rule_id}"
            )
        near = "、".join(explain.near(rule_id)) or "-"
        raise click.ClickException(f"无此规则 / no such rule: {rule_id}（相近 / near: {near}）")
    click.echo(explain.text(found))


@command.command("config")
@click.argument("environment", type=click.Choice(list(environments.ENVIRONMENTS)))
def print_config(environment: str) -> None:
    """输出某环境的执行级别 / Print an environment's levels for `pulumi --policy-pack-config`."""
    click.echo(json.dumps(environments.levels(environment), indent=2))


def _is_item(text: str) -> bool:
    return any(item.id == text for item in items())
