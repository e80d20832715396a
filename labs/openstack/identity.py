"""Filling keystone: service users, catalogue, the people of clouds.yaml. Only what is missing is made."""

from typing import Any

from labs.openstack.api import Api
from labs.openstack.lab import Lab
from labs.openstack.project import Project

INTERFACES = ("public", "internal", "admin")
MEMBER = ("member", "load-balancer_member", "creator", "swiftoperator")
# cloud -> domain, project, user, roles; a plain member shows what needs no administrator
PEOPLE = {
    "private-member": ("Default", "private", "private-member", MEMBER),
    "public": ("public", "public", "public", MEMBER),
    "edge": ("edge", "edge", "edge", MEMBER),
}


def fill(lab: Lab, token: str, projects: list[Project]) -> None:
    """Make everything in keystone that the projects and the people need."""
    keystone = Keystone(Api(lab.keystone, token))
    for region in lab.layout.regions:
        keystone.region(region.name)
    service = keystone.ensure("project", {"name": "service", "domain_id": "default"})
    for project in projects:
        for role in project.roles:
            keystone.ensure("role", {"name": role})
        if project.name != "keystone":
            user = keystone.user(project.name, "default", lab.secrets[project.name], exempt=True)
            for role in ("admin", "service"):
                keystone.grant(service, user, role)
        _catalogue(lab, keystone, project)
    _people(lab, keystone)


def _catalogue(lab: Lab, keystone: "Keystone", project: Project) -> None:
    # keystone is one, yet every region's catalogue must show it: services look for it in their own region
    regions = lab.layout.regions if project.name == "keystone" else project.regions(lab)
    for kind in project.types:
        name = project.name if kind == project.types[0] else kind
        service = keystone.ensure("service", {"name": name, "type": kind})
        for region in regions:
            url = lab.url(project.name, region.name) + project.path
            keystone.endpoints(service, region.name, url)


def _people(lab: Lab, keystone: "Keystone") -> None:
    admin = keystone.user("admin", "default", lab.secrets["admin"], exempt=True)
    private = keystone.ensure("project", {"name": "private", "domain_id": "default"})
    keystone.grant(private, admin, "admin")
    for cloud, (domain_name, project_name, user_name, roles) in PEOPLE.items():
        domain = "default" if domain_name == "Default" else keystone.ensure("domain", {"name": domain_name})
        project = keystone.ensure("project", {"name": project_name, "domain_id": domain})
        user = keystone.user(user_name, domain, lab.secrets[cloud])
        for role in roles:
            keystone.grant(project, user, role)


class Keystone:
    """keystone's API as ensure-it-exists calls that give ids back."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.roles: dict[str, str] = {}

    def ensure(self, kind: str, body: dict[str, Any]) -> str:
        """The id of the object with that name (and domain), made if missing."""
        same = {k: v for k, v in body.items() if k in ("name", "domain_id")}
        query = "&".join(f"{k}={v}" for k, v in same.items())
        found = self.api.get(f"/{kind}s?{query}")[f"{kind}s"]
        item = found[0] if found else self.api.post(f"/{kind}s", {kind: body})[kind]
        return str(item["id"])

    def region(self, name: str) -> None:
        """A region."""
        if name not in [r["id"] for r in self.api.get("/regions")["regions"]]:
            self.api.post("/regions", {"region": {"id": name}})

    def user(self, name: str, domain: str, password: str, *, exempt: bool = False) -> str:
        """A user; the lab's own services are exempt from expiry and lockout, people are not."""
        user = self.ensure("user", {"name": name, "domain_id": domain, "password": password})
        if exempt:
            options = {"ignore_password_expiry": True, "ignore_lockout_failure_attempts": True}
            self.api.call("PATCH", f"/users/{user}", {"user": {"options": options}})
        return user

    def grant(self, project: str, user: str, role: str) -> None:
        """A role in a project."""
        if role not in self.roles:
            self.roles = {r["name"]: r["id"] for r in self.api.get("/roles")["roles"]}
        if role in self.roles:  # roles of projects outside the profile do not exist
            self.api.call("PUT", f"/projects/{project}/users/{user}/roles/{self.roles[role]}")

    def endpoints(self, service: str, region: str, url: str) -> None:
        """The endpoints of a service in a region."""
        query = f"/endpoints?service_id={service}&region_id={region}"
        have = {e["interface"] for e in self.api.get(query)["endpoints"]}
        for interface in INTERFACES:
            if interface not in have:
                body = {"service_id": service, "interface": interface, "region_id": region, "url": url}
                self.api.post("/endpoints", {"endpoint": body})
