"""The components by a hand-made plan of three centres, for the lab."""

import os
from pathlib import Path

import pulumi

from medcloud.cloud import Region
from tests.cloud.plans import named, owned, region

plan = named(region(), os.environ["MEDCLOUD_TEST_REGION"], 6900)
plan = owned(plan, os.environ.get("MEDCLOUD_TEST_OWNER", plan.owner))
made = Region(plan, Path(os.environ["MEDCLOUD_TEST_FOLDER"]))
pulumi.export("endpoints", made.endpoints)
pulumi.export("hosts", made.hosts)
