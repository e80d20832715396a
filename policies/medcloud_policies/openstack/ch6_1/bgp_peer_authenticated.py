"""A BGP peer proves who it is, with a key that is not guessed."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.passwords import is_guessable

_LENGTH = 16  # characters


def _judge(r: Resource) -> Iterator[str]:
    if r.word("authType") in ("", "none"):
        yield "authType none"
    elif is_guessable(r.text("password"), _LENGTH):
        yield f"password of {len(r.text('password'))} characters can be guessed"


RULE = Rule(
    id="bgp-peer-authenticated",
    items=(
        "7.2.3.2-d",
        "6.1.3-a",
    ),
    severity="high",
    title=Text("BGP 邻居须认证", "A BGP peer is authenticated"),
    why=Text("未认证的邻居可以把全部路由引走。", "A peer that proves nothing can draw all routes away."),
    remedy=Text(
        "设 authType: md5 和足够长的 password。",
        "Set authType: md5 and a long password.",
    ),
    types=(tokens.NETWORKING_BGP_PEER_V2,),
    judge=_judge,
)
