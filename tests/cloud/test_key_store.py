import pulumi
import pytest

from medcloud.cloud import KeyStore
from medcloud.cloud.key_store import KeyStoreArgs
from medcloud.standard import conventions
from tests.cloud.parts import LABELS
from tests.cloud.recorder import Deployment, deploy

PAIR: KeyStoreArgs = {"certificate": "CERT-PEM", "private_key": "KEY-PEM", "labels": LABELS}


@pytest.fixture(scope="module")
def made() -> Deployment:
    return deploy(lambda: KeyStore("panyu-c1-keys", PAIR))


def test_payloads_are_secrets_even_when_given_in_clear(made: Deployment) -> None:
    for secret in made.of("SecretV1"):
        assert "payload" in secret.secrets and "payload" in secret.secret_outputs


def test_the_container_holds_certificate_and_key(made: Deployment) -> None:
    refs = {r["name"]: r["secretRef"] for r in made.one("ContainerV1").inputs["secretRefs"]}
    assert set(refs) == {"certificate", "private_key"}
    assert made.outputs_of("KeyStore")["certificateRef"].endswith("/panyu-c1-keys")


def test_a_renewed_certificate_is_there_before_the_old_one_goes(made: Deployment) -> None:
    for part in [*made.of("SecretV1"), *made.of("ContainerV1")]:
        assert part.delete_before_replace is False


def test_secrets_carry_the_labels(made: Deployment) -> None:
    assert all(conventions.read(s.inputs) == LABELS for s in made.of("SecretV1"))


def test_an_existing_container_is_used() -> None:
    made = deploy(
        lambda: KeyStore("k", {"existing": "wildcard", "labels": LABELS}),
        found={"getContainer": {"containerRef": "https://keys.invalid/wildcard"}},
    )
    assert made.outputs_of("KeyStore") == {"certificateRef": "https://keys.invalid/wildcard"}
    assert not made.of("SecretV1")


def test_half_a_pair_is_refused() -> None:
    with pytest.raises(pulumi.RunError, match="private_key"):
        deploy(lambda: KeyStore("k", {"certificate": "CERT-PEM", "labels": LABELS}))
