"""What `pulumi --policy-pack policies` starts; the rules are in medcloud_policies."""

from medcloud_policies.serve.server import serve

serve()
