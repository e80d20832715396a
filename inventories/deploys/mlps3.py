"""Hosts to level 3 of classified protection: `pyinfra inventories/lab.py inventories/deploys/mlps3.py`."""

from medcloud.hosts.run.deploy import harden

harden(name="等保三级 / MLPS level 3")
