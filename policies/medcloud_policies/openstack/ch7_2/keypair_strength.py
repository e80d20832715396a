"""An SSH key is brought along, and strong; the cloud does not make it."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.ciphers import weak_ssh_key


def _judge(r: Resource) -> Iterator[str]:
    if not r.has("publicKey"):
        yield "no publicKey: the cloud would make the private key"
    elif weak := weak_ssh_key(r.text("publicKey")):
        yield weak


RULE = Rule(
    id="keypair-strength",
    items=(
        "7.2.1-c",
        "7.2.3.2-d",
    ),
    severity="high",
    title=Text("SSH 密钥须自备且足够强", "An SSH key is brought along, and strong"),
    why=Text(
        "由云平台生成时，私钥会留在栈状态里；DSA 与短 RSA 可被破解。",
        "Made by the cloud, the private key stays in the stack's state; DSA and short RSA can be broken.",
    ),
    remedy=Text(
        "在 publicKey 写自备的 ed25519、ecdsa 或 RSA-2048 以上公钥。",
        "Give your own ed25519, ecdsa or RSA-2048 or longer key as publicKey.",
    ),
    types=(tokens.COMPUTE_KEYPAIR,),
    judge=_judge,
)
