"""Keys and certificates in the key manager; others refer to them and never see them."""

from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.existing import Existing
from medcloud.standard import conventions

_PARTS = {"certificate": "certificate", "private_key": "private"}


class KeyStoreArgs(TypedDict):
    """What is kept: a certificate with its key, made or adopted."""

    certificate: NotRequired[pulumi.Input[str] | None]
    """Certificate chain, PEM. Give it as a secret."""
    private_key: NotRequired[pulumi.Input[str] | None]
    """Its private key, PEM. Give it as a secret."""
    existing: NotRequired[str | None]
    """Name of a certificate container that exists already; it is not changed."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class KeyStore(pulumi.ComponentResource):
    """A certificate container that load balancers refer to."""

    certificate_ref: pulumi.Output[str]
    """Reference of the container."""

    def __init__(self, name: str, args: KeyStoreArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:KeyStore", name, {}, opts)
        if existing := args.get("existing"):
            self.certificate_ref = Existing(self).certificate(existing)
        else:
            self.certificate_ref = self._make(name, args)
        self.register_outputs({"certificateRef": self.certificate_ref})

    def _make(self, name: str, args: KeyStoreArgs) -> pulumi.Output[str]:
        payloads = {"certificate": args.get("certificate"), "private_key": args.get("private_key")}
        references = [
            openstack.keymanager.ContainerV1SecretRefArgs(
                name=part, secret_ref=self._secret(name, part, given, args)
            )
            for part, given in payloads.items()
            if given is not None
        ]
        if len(references) < len(payloads):
            raise pulumi.RunError(
                f"密钥库 {name}：请同时给出证书和私钥，或引用已有的证书容器。"
                f" Key store {name}: give `certificate` and `private_key`, or `existing`."
            )
        return openstack.keymanager.ContainerV1(
            name, name=name, type="certificate", secret_refs=references, opts=self._renewed()
        ).container_ref

    def _secret(
        self, name: str, part: str, payload: pulumi.Input[str], args: KeyStoreArgs
    ) -> pulumi.Output[str]:
        return openstack.keymanager.SecretV1(
            f"{name}-{part.replace('_', '-')}",
            name=f"{name}-{part.replace('_', '-')}",
            secret_type=_PARTS[part],
            payload=payload,
            payload_content_type="text/plain",
            metadata=conventions.metadata(args["labels"]),
            opts=self._renewed(),
        ).secret_ref

    def _renewed(self) -> pulumi.ResourceOptions:
        # The new certificate is there, and the listener on it, before the old one goes.
        return pulumi.ResourceOptions(parent=self, delete_before_replace=False)
