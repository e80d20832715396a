"""A health monitor finds a dead member within the recovery time of core data, and by its service."""

from collections.abc import Iterator

from medcloud.standard import level
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    delay, timeout = r.number("delay"), r.number("timeout")
    retries = r.number("maxRetries") or 1
    if delay is not None and timeout is not None and timeout >= delay:
        yield f"timeout {r.text('timeout')} is not below delay {r.text('delay')}"
    if delay is not None and delay * retries > (level(4).rto_seconds or 0):
        yield f"delay {r.text('delay')} times maxRetries {r.text('maxRetries') or '1'}"
    if r.word("type") in ("ping", "udp-connect"):
        yield f"type {r.text('type')}"


RULE = Rule(
    id="monitor-timing",
    items=(
        "7.3.1.3-b",
        "7.3.2.3-a",
    ),
    severity="medium",
    title=Text("健康检查须及时且检查到业务层", "A health monitor is quick and looks at the service"),
    why=Text(
        "检查太慢或只用 PING，死掉的业务会一直留在池里。",
        "Slow checks, or PING alone, leave a dead service in the pool.",
    ),
    remedy=Text(
        "timeout 小于 delay，delay×maxRetries 不超过 RTO；type 用 HTTPS、HTTP、TCP 或 TLS-HELLO。",
        "Keep timeout below delay and delay × maxRetries within the RTO; use HTTPS, HTTP, TCP or TLS-HELLO.",
    ),
    types=(tokens.LOADBALANCER_MONITOR,),
    judge=_judge,
)
