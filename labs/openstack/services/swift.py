"""swift with S3: one device and one replica a region, on a directory; container sync between the regions."""

import getpass
import hashlib

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service

RINGS = ("account", "container", "object")
FORK = "swift.account.server,swift.container.server,swift.obj.server,swift.proxy.server"
REALM = "lab"  # containers are synchronised to //lab/<region>/<account>/<container>
PACKAGES = {"object": "obj"}  # where the package's name is not the server's
# authtoken stands before s3token: behind it every S3 call ends in SignatureDoesNotMatch
PIPELINE = (
    "catch_errors gatekeeper healthcheck listing_formats container_sync bulk tempurl formpost authtoken "
    "s3api s3token keystoneauth copy container_quotas account_quotas slo dlo versioned_writes symlink "
    "proxy-server"
)
FILTERS: dict[str, dict[str, ini.Value]] = {
    **{name: {} for name in PIPELINE.split() if name not in ("authtoken", "proxy-server")},
    "tempurl": {"methods": "GET HEAD PUT POST DELETE", "allowed_digests": "sha1 sha256 sha512"},
    "s3api": {"location": "us-east-1", "s3_acl": False, "auth_pipeline_check": True},
    "keystoneauth": {
        "operator_roles": "admin, member, swiftoperator",
        "reseller_admin_role": "ResellerAdmin",
    },
    "versioned_writes": {"allow_versioned_writes": True, "allow_object_versioning": True},
}


def _configure(lab: Lab, region: Region) -> None:
    etc = lab.etc(region.name, "swift")
    base: dict[str, ini.Value] = {
        "bind_ip": "127.0.0.1",
        "workers": 0,
        "user": getpass.getuser(),
        "swift_dir": str(etc),
        "log_level": "INFO",
        "log_address": str(lab.place.run / "no-syslog"),
        "mount_check": False,
        "devices": str(lab.state(f"swift-{region.name}")),
    }
    lab.state(f"swift-{region.name}/d1")
    secret = lab.secrets["object-hash"]
    ini.write(
        etc / "swift.conf",
        {
            "swift-hash": {"swift_hash_path_suffix": secret, "swift_hash_path_prefix": secret},
            "storage-policy:0": {"name": "gold", "default": "yes"},
        },
    )
    clusters = {f"cluster_{r.name}": f"{lab.url('swift', r.name)}/v1/" for r in lab.layout.regions}
    key = hashlib.sha256(f"realm {secret}".encode()).hexdigest()
    ini.write(etc / "container-sync-realms.conf", {REALM: {"key": key, **clusters}})
    inner = "catch_errors symlink proxy-server"  # how the synchroniser reads the local cluster
    ini.write(etc / "internal-client.conf", {"DEFAULT": {"swift_dir": str(etc)}, **_pipeline(inner)})
    for ring in RINGS:
        port = lab.port(f"swift-{ring}", region.name)
        sync = {"container-sync": {"interval": 5, "container_time": 60}} if ring == "container" else {}
        ini.write(
            etc / f"{ring}.conf",
            {
                **sync,
                "DEFAULT": {**base, "bind_port": port},
                "pipeline:main": {"pipeline": f"{ring}-server"},
                f"app:{ring}-server": {"use": f"egg:swift#{ring}", "replication_server": False},
            },
        )
    _configure_proxy(lab, region, base)


def _configure_proxy(lab: Lab, region: Region, base: dict[str, ini.Value]) -> None:
    filters = _pipeline(PIPELINE)
    filters["filter:s3token"] |= {
        **ini.login(lab, "swift", region.name),
        "auth_uri": lab.keystone,
        "delay_auth_decision": True,
        "secret_cache_duration": 0,
    }
    filters["filter:authtoken"] = {
        **ini.authtoken(lab, "swift", region.name),
        "paste.filter_factory": "keystonemiddleware.auth_token:filter_factory",
        "delay_auth_decision": True,
        "service_token_roles_required": False,
    }
    ini.write(
        lab.etc(region.name, "swift") / "proxy.conf",
        {
            "DEFAULT": {**base, "bind_port": lab.port("swift", region.name)},
            **filters,
        },
    )


def _pipeline(names: str) -> dict[str, dict[str, ini.Value]]:
    """The sections of a proxy's pipeline."""
    filters = {f"filter:{n}": {"use": f"egg:swift#{n}", **FILTERS[n]} for n in names.split() if n in FILTERS}
    app: dict[str, ini.Value] = {"use": "egg:swift#proxy", "account_autocreate": True}
    return {
        "pipeline:main": {"pipeline": names},
        "app:proxy-server": {**app, "allow_account_management": True},
        **filters,
    }


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    commands = []
    for ring in RINGS:
        builder = str(lab.etc(region.name, "swift") / f"{ring}.builder")
        device = f"r1z1-127.0.0.1:{lab.port(f'swift-{ring}', region.name)}/d1"
        for step in (["create", "4", "1", "1"], ["add", device, "1"], ["rebalance"]):
            commands.append([lab.bin("swift-ring-builder"), builder, *step])
    return commands


def _services(lab: Lab, region: Region) -> list[Service]:
    etc = lab.etc(region.name, "swift")
    return [
        Service(
            f"swift-sync-{region.name}",
            script="lab_sync:main",
            args=(str(etc / "container.conf"),),
            env={"LAB_SWIFT_DIR": str(etc)},
            fork=FORK,
        ),
        *(
            Service(
                f"swift-{what}-{region.name}",
                script=f"swift.{PACKAGES.get(what, what)}.server:main",
                args=(str(etc / f"{what}.conf"),),
                fork=FORK,
                port=lab.port("swift" if what == "proxy" else f"swift-{what}", region.name),
            )
            for what in (*RINGS, "proxy")
        ),
    ]


PROJECT = Project(
    name="swift",
    types=("object-store",),
    path="/v1/AUTH_%(project_id)s",
    roles=("swiftoperator", "ResellerAdmin"),
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
