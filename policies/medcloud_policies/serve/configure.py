"""The pack's configuration: one value a setting, refused when unknown, contradictory or too lax."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from medcloud.text import Text
from medcloud_policies.core import pack
from medcloud_policies.core.settings import Setting, SettingError, Settings


def settings(given: Mapping[str, Mapping[str, Any]]) -> Settings:
    """The settings in force, from what is given under each rule's name; SettingError names the place."""
    rules = {rule.id: rule for rule in pack.rules()}
    chosen: dict[str, tuple[str, Any]] = {}
    for rule_id, properties in given.items():
        if rule_id not in rules:
            raise SettingError(
                Text(
                    f"{rule_id}: 无此规则，见 `medcloud policy list`",
                    f"{rule_id}: no such rule; see `medcloud policy list`",
                )
            )
        known = {setting.name: setting for setting in rules[rule_id].settings}
        for name, value in properties.items():
            if name not in known:
                names = ", ".join(sorted(known)) or "-"
                raise SettingError(
                    Text(
                        f"{rule_id}.{name}: 无此设置，可用: {names}",
                        f"{rule_id}.{name}: no such setting; there are: {names}",
                    )
                )
            _choose(chosen, rule_id, known[name], value)
    return Settings({name: value for name, (_, value) in chosen.items()})


def _choose(chosen: dict[str, tuple[str, Any]], rule_id: str, setting: Setting, value: Any) -> None:
    """Keep a value; the engine fills in defaults, so a value that equals the default decides nothing."""
    try:
        checked = setting.checked(value)
    except SettingError as error:
        zh, en = error.text
        raise SettingError(Text(f"{rule_id}.{zh}", f"{rule_id}.{en}")) from None
    if checked == setting.default:
        return
    earlier_rule, earlier = chosen.get(setting.name, (rule_id, checked))
    if earlier != checked:
        raise SettingError(
            Text(
                f"{setting.name}: {earlier_rule} 与 {rule_id} 取值不同",
                f"{setting.name}: differs in {earlier_rule} and {rule_id}",
            )
        )
    chosen[setting.name] = (rule_id, checked)
