"""The server group of a core workload really separates, and holds more than one server."""

from collections import Counter
from collections.abc import Iterator

from medcloud_policies.core.facts import is_core
from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens, topology


def _judge(s: Stack) -> Iterator[Violation]:
    placed = topology.core_servers(s)
    serving = Counter(
        workload for (workload, _), servers in placed.items() for r in servers if topology.needs_pair(r)
    )
    for (workload, centre), servers in placed.items():
        # Below level 4 the server of another centre will do: its time to recover is minutes and more.
        enough = servers[0].level > 0 and not is_core(servers[0].level) and serving[workload] > 1
        if len(servers) == 1 and topology.needs_pair(servers[0]) and not enough:
            yield Violation(servers[0], f"workload {workload} has one server in centre {centre or '-'}")
    for server, deciding in s.each(tokens.COMPUTE_INSTANCE):
        with deciding:
            for group in topology.groups_of(s, server):
                policy = group.word("policies")
                if topology.is_core(server) and policy not in ("anti-affinity", "soft-anti-affinity"):
                    yield Violation(group, f"policies {policy or '-'}")


RULE = Rule(
    id="core-spread",
    items=(
        "7.3.2.3-a",
        "7.3.1.3-b",
        "6.2.1-b",
    ),
    severity="critical",
    title=Text("核心业务须有两台以上且确实分散", "Core workloads have two servers or more, really apart"),
    why=Text(
        "单台主机没有接替者；亲和组会把两台放在一起。",
        "A single server has no successor; an affinity group puts both onto one host.",
    ),
    remedy=Text(
        "每个中心至少两台，ServerGroup 的 policies 设为 anti-affinity。",
        "Run two or more in each centre, in a ServerGroup whose policies is anti-affinity.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.COMPUTE_SERVER_GROUP,
    ),
    judge_stack=_judge,
)
