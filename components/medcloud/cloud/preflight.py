"""What would stop an update midway, found before the first resource."""

from collections.abc import Iterator
from pathlib import Path

import pulumi

from medcloud.cloud.existing import offline
from medcloud.cloud.settings import Settings
from medcloud.plan.region import RegionPlan
from medcloud.standard.decides import decides


def check(plan: RegionPlan, settings: Settings, folder: Path) -> None:
    """Raise RunError with every problem, one a line; `folder` is where image files lie."""
    problems = [*_secrets(plan, settings), *([] if offline() else _files(plan, folder))]
    if problems:
        raise pulumi.RunError("\n".join(["尚不能部署。 Not ready to deploy.", *problems]))


@decides("7.2.1-b")
def _secrets(plan: RegionPlan, settings: Settings) -> Iterator[str]:
    if _needs_certificate(plan) and (settings.certificate is None or settings.certificate_key is None):
        yield (
            "负载均衡需要证书（7.2.1-b）：pulumi config set --secret medcloud:certificate < chain.pem，"
            "medcloud:certificateKey < key.pem。"
            " Load balancers need a certificate: set both, or name a `certificate` that exists."
        )
    if any(centre.links for centre in plan.centres) and settings.link_key is None:
        yield (
            "加密互联需要密钥（7.2.1-b）：pulumi config set --secret medcloud:linkKey。"
            " Encrypted links need a key: set medcloud:linkKey."
        )
    if settings.replication and settings.sync_key is None:
        yield (
            "对象复制需要密钥：pulumi config set --secret medcloud:syncKey。"
            " Object replication needs a key: set medcloud:syncKey."
        )


def _needs_certificate(plan: RegionPlan) -> bool:
    balancers = (placement.balancer for workload in plan.workloads for placement in workload.placements)
    return any(balancer is not None and balancer.certificate is None for balancer in balancers)


def _files(plan: RegionPlan, folder: Path) -> Iterator[str]:
    pools = [pool for centre in plan.centres for pool in centre.pools]
    images = [image for pool in pools for image in pool.images]
    files = {image.file for image in images if not image.existing}
    for file in sorted(file for file in files if file):
        if not (folder / file).is_file():
            yield f"镜像文件不存在。 No such image file: {file}"
