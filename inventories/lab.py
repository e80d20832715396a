"""The host lab's hosts (`python -m labs.hosts up`)."""

from pathlib import Path

from medcloud.hosts.inventory import names_data, read_hosts

hosts = names_data(read_hosts(Path(__file__).parents[1] / ".medcloud" / "hostlab" / "hosts.json"))
