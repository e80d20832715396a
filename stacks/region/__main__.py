"""Read the region file, plan it, make it, and say where everything is."""

import pulumi

from medcloud.cloud import Region
from medcloud.cloud.opening import opened
from medcloud.cloud.proven import require_evidence

file = pulumi.Config("medcloud").require("region")
plan, folder = opened(file)
require_evidence(file)
region = Region(plan, folder)
pulumi.export("addresses", region.addresses)
pulumi.export("endpoints", region.endpoints)
pulumi.export("hosts", region.hosts)
