"""Projects, people and what they may do (keystone)."""

from __future__ import annotations

from medcloud.recover.lookup_rule import Row

NAME = {"name": "name"}

IDENTITY = {
    "identity/project": Row("identity", "/projects", "projects", NAME, same={"domain_id": "domainId"}),
    "identity/user": Row("identity", "/users", "users", NAME, same={"domain_id": "domainId"}),
    "identity/role": Row("identity", "/roles", "roles", NAME, same={"domain_id": "domainId"}),
    "identity/groupV3": Row("identity", "/groups", "groups", NAME, same={"domain_id": "domainId"}),
    "identity/serviceV3": Row("identity", "/services", "services", {"name": "name", "type": "type"}),
    "identity/endpointV3": Row(
        "identity",
        "/endpoints",
        "endpoints",
        {"service_id": "serviceId", "interface": "interface", "region_id": "endpointRegion"},
        same={"url": "url"},
    ),
    # PUT: an assignment or a membership is there or not
    "identity/roleAssignment": Row(again=True),
    "identity/inheritRoleAssignment": Row(again=True),
    "identity/userMembershipV3": Row(again=True),
}
