"""VPN keys are made anew at least once a day."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_DAY = 86_400  # seconds


def _judge(r: Resource) -> Iterator[str]:
    for lifetime in r.nodes("lifetimes"):
        value = lifetime.number("value")
        if (lifetime.word("units") or "seconds") == "seconds" and value is not None and value > _DAY:
            yield f"lifetimes {value:g} seconds"


RULE = Rule(
    id="vpn-lifetime",
    items=("7.2.1-a",),
    severity="medium",
    title=Text("VPN 密钥每日至少更换一次", "VPN keys are made anew at least once a day"),
    why=Text(
        "一把密钥用得越久，破解它能读到的流量越多。",
        "The longer a key lives, the more traffic is read once it is broken.",
    ),
    remedy=Text(
        "把 lifetimes 设为不超过 86400 秒。",
        "Set lifetimes to 86400 seconds or less.",
    ),
    types=(
        tokens.VPNAAS_IKE_POLICY,
        tokens.VPNAAS_IP_SEC_POLICY,
    ),
    judge=_judge,
)
