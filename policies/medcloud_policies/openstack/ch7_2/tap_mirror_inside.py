"""Mirrored traffic stays inside."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    network = net.network(r.text("remoteIp"))
    if network is None or not net.is_private(network):
        yield f"remoteIp {r.text('remoteIp') or '-'}"


RULE = Rule(
    id="tap-mirror-inside",
    items=(
        "7.2.1-b",
        "7.2.2-b",
    ),
    severity="high",
    title=Text("流量镜像的接收端须在内网", "Mirrored traffic goes to an inner address"),
    why=Text(
        "镜像把解密后的流量原样送出，且通道不加密。",
        "A mirror sends traffic on as it is, over a channel without encryption.",
    ),
    remedy=Text("remoteIp 用内网的分析设备地址。", "Use an inner analyser's address as remoteIp."),
    types=(tokens.INDEX_TAAS_TAP_MIRROR_V2,),
    judge=_judge,
)
