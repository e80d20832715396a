"""Read the region file, plan it, make it, and say where everything is."""

import pulumi

from medcloud.cloud import Region
from medcloud.cloud.evidence_gate import require_evidence

file = pulumi.Config("medcloud").require("region")
require_evidence(file)
region = Region.from_file(file)
pulumi.export("addresses", region.addresses)
pulumi.export("endpoints", region.endpoints)
pulumi.export("hosts", region.hosts)
pulumi.export("vpns", region.vpns)
