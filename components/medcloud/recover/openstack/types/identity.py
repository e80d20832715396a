"""Projects, people and what they may do (keystone)."""

from __future__ import annotations

from medcloud.recover.openstack.lookup_rule import LookupRule

NAME = {"name": "name"}

TYPES = {
    "identity/project": LookupRule("identity", "/projects", "projects", NAME, same={"domain_id": "domainId"}),
    "identity/user": LookupRule("identity", "/users", "users", NAME, same={"domain_id": "domainId"}),
    "identity/role": LookupRule("identity", "/roles", "roles", NAME, same={"domain_id": "domainId"}),
    "identity/groupV3": LookupRule("identity", "/groups", "groups", NAME, same={"domain_id": "domainId"}),
    "identity/serviceV3": LookupRule("identity", "/services", "services", {"name": "name", "type": "type"}),
    "identity/endpointV3": LookupRule(
        "identity",
        "/endpoints",
        "endpoints",
        {"service_id": "serviceId", "interface": "interface", "region_id": "endpointRegion"},
        same={"url": "url"},
    ),
    # PUT: an assignment or a membership is there or not
    "identity/roleAssignment": LookupRule(again=True),
    "identity/inheritRoleAssignment": LookupRule(again=True),
    "identity/userMembershipV3": LookupRule(again=True),
}
