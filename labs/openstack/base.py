"""What the projects stand on: MariaDB, RabbitMQ and epmd, one of each."""

import base64
import getpass
import hashlib
import json
import shutil

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.project import Service

MARIADBD, RABBIT = "/usr/sbin/mariadbd", "/usr/lib/rabbitmq/bin/rabbitmq-server"  # where Debian puts them


def services(lab: Lab) -> list[Service]:
    """The database, epmd and the broker, in the order of their start."""
    env = _rabbit_env(lab)
    epmd = ("epmd", "-port", str(lab.port("epmd")), "-address", "127.0.0.1")
    return [
        Service("mariadb", command=_mariadb(lab), port=lab.port("mariadb")),
        Service("epmd", command=epmd, env=env, port=lab.port("epmd")),
        Service("rabbitmq", command=(RABBIT,), env=env, port=lab.port("rabbitmq")),
    ]


def _mariadb(lab: Lab) -> tuple[str, ...]:
    run = lab.place.run
    return (
        *(MARIADBD, "--no-defaults", f"--user={getpass.getuser()}"),
        *("--bind-address=127.0.0.1", f"--port={lab.port('mariadb')}", "--skip-name-resolve"),
        *(f"--datadir={lab.state('mariadb')}", f"--socket={run}/db.sock", f"--pid-file={run}/db.pid"),
        *(
            "--max-connections=1500",
            "--transaction-isolation=READ-COMMITTED",
            "--innodb-buffer-pool-size=256M",
        ),
        # to the kernel at each commit: a killed server loses nothing, a power cut may
        *("--skip-log-bin", "--innodb-flush-log-at-trx-commit=2", "--innodb-flush-method=nosync"),
        "--performance-schema=0",
    )


def configure_rabbit(lab: Lab) -> None:
    """Write the broker's configuration: one virtual host a region, or their topics would collide."""
    home = lab.state("rabbitmq")
    for stale in home.iterdir():  # queues of a former run: services declare theirs anew
        if stale.is_dir():
            shutil.rmtree(stale)
    salt = b"mlab"
    digest = hashlib.sha256(salt + lab.secrets["messages"].encode()).digest()
    user = {
        "name": "lab",
        "password_hash": base64.b64encode(salt + digest).decode(),
        "hashing_algorithm": "rabbit_password_hashing_sha256",
        "tags": "administrator",
    }
    hosts = [region.name for region in lab.layout.regions]
    rights = {"user": "lab", "configure": ".*", "write": ".*", "read": ".*"}
    definitions = {
        "users": [user],
        "vhosts": [{"name": host} for host in hosts],
        "permissions": [{**rights, "vhost": host} for host in hosts],
    }
    ini.write_text(home / "definitions.json", json.dumps(definitions))
    ini.write_text(home / "enabled_plugins", "[].\n")
    ini.write_text(
        home / "rabbitmq.conf",
        f"log.file.level = warning\nload_definitions = {home}/definitions.json\n"
        "vm_memory_high_watermark.absolute = 1GB\n",
    )


def _rabbit_env(lab: Lab) -> dict[str, str]:
    home = lab.state("rabbitmq")
    loopback = "-kernel inet_dist_use_interface {127,0,0,1} +S 1:1"
    return {
        "HOME": str(home),
        "RABBITMQ_NODENAME": f"lab{lab.port('rabbitmq')}@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(lab.port("rabbitmq")),
        "RABBITMQ_DIST_PORT": str(lab.port("rabbitmq-dist")),
        "ERL_EPMD_PORT": str(lab.port("epmd")),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_MNESIA_BASE": str(home),
        "RABBITMQ_LOG_BASE": str(lab.place.log),
        "RABBITMQ_CONF_ENV_FILE": "/dev/null",
        "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq.conf"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "enabled_plugins"),
        "RABBITMQ_PID_FILE": str(home / "pid"),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": loopback,
    }
