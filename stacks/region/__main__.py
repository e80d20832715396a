"""Read the region file, plan it, make it, and say where everything is."""

import pulumi

from medcloud.cloud import Region
from medcloud.cloud.evidence_gate import require_evidence
from medcloud.cloud.load_plan import opened

file = pulumi.Config("medcloud").require("region")
plan, folder = opened(file)
require_evidence(file)
region = Region(plan, folder)
pulumi.export("addresses", region.addresses)
pulumi.export("endpoints", region.endpoints)
pulumi.export("hosts", region.hosts)
