"""The control plane behind a resource: the same one that its provider spoke to."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from typing import Any

from openstack.connection import Connection

import openstack
from medcloud.engine.state import Pending, State

AUTH = {
    "authUrl": "auth_url",
    "userName": "username",
    "userId": "user_id",
    "password": "password",
    "tenantName": "project_name",
    "tenantId": "project_id",
    "userDomainName": "user_domain_name",
    "userDomainId": "user_domain_id",
    "projectDomainName": "project_domain_name",
    "projectDomainId": "project_domain_id",
    "domainName": "user_domain_name",
    "domainId": "user_domain_id",
    "token": "token",
    "applicationCredentialId": "application_credential_id",
    "applicationCredentialName": "application_credential_name",
    "applicationCredentialSecret": "application_credential_secret",
}
"""Provider input to keystoneauth option."""

Connect = Callable[[Mapping[str, Any]], Connection]
"""From openstacksdk's options to a connection; tests put their own here."""


def connect(options: Mapping[str, Any]) -> Connection:
    """A connection by openstacksdk; clouds.yaml and OS_* count as they do for the provider."""
    return openstack.connect(app_name="medcloud-recover", **options)


def connect_once(connect: Connect) -> Connect:
    """The same, connecting (and so authenticating) once to each control plane."""
    made: dict[str, Connection] = {}

    def once(chosen: Mapping[str, Any]) -> Connection:
        key = json.dumps(chosen, sort_keys=True)
        if key not in made:
            made[key] = connect(chosen)
        return made[key]

    return once


def options(pending: Pending, state: State) -> dict[str, Any]:
    """Options of openstacksdk for the provider of a pending resource.

    A resource's own `cloud` (the dynamic ones) and `region` come first, then its provider's, then OS_CLOUD
    and OS_REGION_NAME.
    """
    provider = state.provider_inputs(pending.provider)
    chosen: dict[str, Any] = {}
    if region := pending.inputs.get("region") or provider.get("region"):
        chosen["region_name"] = region
    if cloud := pending.inputs.get("cloud") or provider.get("cloud") or os.environ.get("OS_CLOUD"):
        return {"cloud": cloud, **chosen}
    auth = {option: provider[name] for name, option in AUTH.items() if provider.get(name)}
    if not auth:
        return chosen
    kind = "v3applicationcredential" if "application_credential_secret" in auth else "password"
    chosen |= {"auth": auth, "auth_type": "token" if "token" in auth else kind}
    if str(provider.get("insecure", "")).lower() == "true":
        chosen["verify"] = False
    elif provider.get("cacertFile"):
        chosen["cacert"] = provider["cacertFile"]
    return chosen
