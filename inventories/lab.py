"""The host lab's hosts (`python -m tools.hostlab up`)."""

from pathlib import Path

from medcloud.hosts.inventory import names_data, read_hosts

hosts = names_data(read_hosts(Path(__file__).parents[1] / ".medcloud" / "hostlab" / "hosts.json"))
