"""What `pulumi --policy-pack policies` starts; the rules are in medcloud_policies."""

from medcloud_policies.server import serve

serve()
