"""One resource of every type that recovery can look up, on one control plane, named by `wide:prefix`."""

import pulumi
import pulumi_openstack as osk

from medcloud.cloud.volume_type_encryption import VolumeTypeEncryption

config = pulumi.Config("wide")
prefix = config.require("prefix")
certificate, key = config.require_secret("certificate"), config.require_secret("key")
provider = osk.Provider("metro", cloud="private", region="metro")
opts = pulumi.ResourceOptions(provider=provider)


def after(*what: pulumi.Resource) -> pulumi.ResourceOptions:
    """The provider, and what must be there first."""
    return pulumi.ResourceOptions(provider=provider, depends_on=list(what))


def n(name: str) -> str:
    """A name that belongs to this stack."""
    return f"{prefix}-{name}"


# networks
pool = osk.networking.SubnetPool(n("pool"), prefixes=["10.90.0.0/16"], default_prefixlen=24, opts=opts)
net = osk.networking.Network(n("net"), tags=["medcloud-level=4"], description=n("net"), opts=opts)
sub = osk.networking.Subnet(n("sub"), network_id=net.id, cidr="10.91.0.0/24", ip_version=4, opts=opts)
sub6 = osk.networking.Subnet(n("sub6"), network_id=net.id, cidr="fd00:0:91::/64", ip_version=6, opts=opts)
ext = osk.networking.Network(n("ext"), external=True, opts=opts)
extsub = osk.networking.Subnet(
    n("extsub"), network_id=ext.id, cidr="198.51.100.0/24", ip_version=4, enable_dhcp=False, opts=opts
)
router = osk.networking.Router(n("router"), external_network_id=ext.id, opts=after(extsub))
side = osk.networking.RouterInterface(n("side"), router_id=router.id, subnet_id=sub.id, opts=opts)
side6 = osk.networking.RouterInterface(n("side6"), router_id=router.id, subnet_id=sub6.id, opts=opts)
group = osk.networking.SecGroup(n("group"), delete_default_rules=True, opts=opts)
for version, source in (("IPv4", "10.64.0.0/12"), ("IPv6", "fd14:2025::/32")):
    osk.networking.SecGroupRule(
        n(f"rule-{version}"),
        direction="ingress",
        ethertype=version,
        protocol="tcp",
        port_range_min=443,
        port_range_max=443,
        remote_ip_prefix=source,
        security_group_id=group.id,
        opts=opts,
    )
osk.networking.SecGroupRule(
    n("rule-self"),
    direction="egress",
    ethertype="IPv4",
    remote_group_id=group.id,
    security_group_id=group.id,
    opts=opts,
)
qos = osk.networking.QosPolicy(n("qos"), opts=opts)
osk.networking.QosBandwidthLimitRule(
    n("bw"), qos_policy_id=qos.id, max_kbps=10000, max_burst_kbps=1000, direction="egress", opts=opts
)
port = osk.networking.Port(
    n("port"), network_id=net.id, security_group_ids=[group.id], fixed_ips=[{"subnet_id": sub.id}], opts=opts
)
fip = osk.networking.FloatingIp(n("fip"), pool=ext.name, description=n("fip"), opts=after(extsub))
osk.networking.FloatingIpAssociate(n("fipa"), floating_ip=fip.address, port_id=port.id, opts=after(side))

# perimeter
fw_rule = osk.firewall.RuleV2(
    n("fwr"), action="allow", protocol="tcp", destination_port="443", ip_version=4, opts=opts
)
fw_policy = osk.firewall.PolicyV2(n("fwp"), rules=[fw_rule.id], opts=opts)
osk.firewall.GroupV2(n("fwg"), ingress_firewall_policy_id=fw_policy.id, opts=opts)
ike = osk.vpnaas.IkePolicy(
    n("ike"),
    auth_algorithm="sha256",
    encryption_algorithm="aes-256",
    pfs="group14",
    ike_version="v2",
    opts=opts,
)
esp = osk.vpnaas.IpSecPolicy(
    n("esp"), auth_algorithm="sha256", encryption_algorithm="aes-256", pfs="group14", opts=opts
)
service = osk.vpnaas.Service(n("vpn"), router_id=router.id, opts=after(side))
near = osk.vpnaas.EndpointGroup(n("near"), type="subnet", endpoints=[sub.id], opts=opts)
far = osk.vpnaas.EndpointGroup(n("far"), type="cidr", endpoints=["10.92.0.0/24"], opts=opts)
osk.vpnaas.SiteConnection(
    n("site"),
    ikepolicy_id=ike.id,
    ipsecpolicy_id=esp.id,
    vpnservice_id=service.id,
    psk=config.require_secret("psk"),
    peer_address="198.51.100.200",
    peer_id="198.51.100.200",
    local_ep_group_id=near.id,
    peer_ep_group_id=far.id,
    opts=opts,
)

# keys and load balancer
cert = osk.keymanager.SecretV1(
    n("cert"), payload=certificate, secret_type="certificate", payload_content_type="text/plain", opts=opts
)
private = osk.keymanager.SecretV1(
    n("private"), payload=key, secret_type="private", payload_content_type="text/plain", opts=opts
)
tls = osk.keymanager.ContainerV1(
    n("tls"),
    type="certificate",
    secret_refs=[
        {"name": "certificate", "secret_ref": cert.secret_ref},
        {"name": "private_key", "secret_ref": private.secret_ref},
    ],
    opts=opts,
)
balancer = osk.loadbalancer.LoadBalancer(n("lb"), vip_subnet_id=sub.id, opts=opts)
listener = osk.loadbalancer.Listener(
    n("https"),
    loadbalancer_id=balancer.id,
    protocol="TERMINATED_HTTPS",
    protocol_port=443,
    default_tls_container_ref=tls.container_ref,
    tls_versions=["TLSv1.3"],
    opts=opts,
)
members = osk.loadbalancer.Pool(
    n("members"), listener_id=listener.id, protocol="HTTP", lb_method="ROUND_ROBIN", opts=opts
)
osk.loadbalancer.Member(n("member"), pool_id=members.id, address="10.91.0.50", protocol_port=8080, opts=opts)
osk.loadbalancer.Monitor(
    n("monitor"), pool_id=members.id, type="HTTP", delay=5, timeout=3, max_retries=2, opts=opts
)
l7 = osk.loadbalancer.L7PolicyV2(n("l7"), listener_id=listener.id, action="REJECT", opts=opts)
osk.loadbalancer.L7RuleV2(
    n("l7r"), l7policy_id=l7.id, type="PATH", compare_type="STARTS_WITH", value="/admin", opts=opts
)

# names and objects
zone = osk.dns.Zone(n("zone"), name=f"{prefix}.example.", email="a@panyu.example", type="PRIMARY", opts=opts)
osk.dns.RecordSet(
    n("record"), zone_id=zone.id, name=f"his.{prefix}.example.", type="A", records=["10.90.0.10"], opts=opts
)
osk.objectstorage.Container(n("archive"), name=n("archive"), opts=opts)

# compute and storage
volume_type = osk.blockstorage.VolumeTypeV3(n("type"), opts=opts)
limits = osk.blockstorage.QosV3(
    n("limits"), consumer="front-end", specs={"total_iops_sec": "20000"}, opts=opts
)
osk.blockstorage.QosAssociationV3(n("limited"), qos_id=limits.id, volume_type_id=volume_type.id, opts=opts)
VolumeTypeEncryption(
    n("encryption"),
    cloud="private",
    region="metro",
    volume_type_id=volume_type.id,
    cipher="aes-xts-plain64",
    key_size=256,
)
volume = osk.blockstorage.Volume(n("volume"), size=1, metadata={"medcloud-level": "4"}, opts=opts)
flavor = osk.compute.Flavor(
    n("flavor"), ram=64, vcpus=1, disk=1, extra_specs={"hw:cpu_policy": "shared"}, opts=opts
)
pair = osk.compute.Keypair(n("pair"), public_key=config.require("publicKey"), opts=opts)
apart = osk.compute.ServerGroup(n("apart"), policies="anti-affinity", opts=opts)
image = osk.images.Image(
    n("image"),
    container_format="bare",
    disk_format="raw",
    local_file_path=config.require("image"),
    properties={"os_distro": "openeuler"},
    opts=opts,
)
server = osk.compute.Instance(
    n("server"),
    image_id=image.id,
    flavor_id=flavor.id,
    key_pair=pair.name,
    networks=[{"port": port.id}],
    scheduler_hints=[{"group": apart.id}],
    metadata={"medcloud-workload": "his"},
    opts=opts,
)
osk.compute.VolumeAttach(n("attached"), instance_id=server.id, volume_id=volume.id, opts=opts)
