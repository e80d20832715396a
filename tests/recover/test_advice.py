from __future__ import annotations

import pytest

from medcloud.recover.core.advice import advise
from medcloud.recover.core.causes import causes

CAUSES = causes("medcloud.recover.openstack") + causes("medcloud.recover.core")
SERVER = "urn:pulumi:s::p::medcloud:index:Workload$openstack:compute/instance:Instance::panyu-c1-his-0"
ZONE = "urn:pulumi:s::p::openstack:dns/zone:Zone::panyu-zone"
NOT_READY = (
    "Error waiting for instance (b5a5a5d8-0a5c-4d7e-9a35-3c2f0a6a7a11) to become ready: "
    "unexpected state 'ERROR', wanted target 'ACTIVE'. last error: %!s(<nil>)\n"
)

REAL = [  # what the provider said on the lab
    (SERVER, NOT_READY + " nova: No valid host was found. There are not enough hosts.", "no host for it"),
    (SERVER, NOT_READY + " nova: Exceeded maximum number of retries. Exhausted all hosts", "no host for it"),
    (SERVER, NOT_READY + " nova: Build of instance aborted: no disk", "nova says: Build of instance aborted"),
    (SERVER, NOT_READY, "server b5a5a5d8-0a5c-4d7e-9a35-3c2f0a6a7a11 was made but went into ERROR"),
    (
        SERVER,
        "Error waiting for instance (d8e92bd7-1b8b-4c62-a3e4-0d7a813845d0) to confirm resize: unexpected "
        "state 'ERROR', wanted target 'ACTIVE, SHUTOFF'. last error: %!s(<nil>)\n nova: CPU set to unpin",
        "nova says: CPU set to unpin",
    ),
    (
        SERVER.replace("compute/instance:Instance", "compute/volumeAttach:VolumeAttach"),
        "Error detaching openstack_compute_volume_attach_v2: Expected HTTP response code [202 204] when "
        'accessing [DELETE http://x], but got 409 instead: {"conflictingRequest": {"code": 409, "message": '
        "\"Cannot 'detach_volume' instance d8e92bd7-1b8b-4c62-a3e4-0d7a813845d0 while it is in vm_state "
        'error"}}',
        "server set --state active d8e92bd7-1b8b-4c62-a3e4-0d7a813845d0",
    ),
    (
        ZONE,
        "Error creating openstack_dns_zone_v2: Expected HTTP response code [201 202] when accessing [POST "
        'http://127.0.0.1:22781/v2/zones], but got 409 instead: {"code": 409, "type": "duplicate_zone"}',
        "has such an object already",
    ),
    (
        ZONE,
        "Error creating openstack_dns_zone_v2: Expected HTTP response code [201 202] when accessing [POST "
        'http://127.0.0.1:22781/v2/zones], but got 500 instead: {"type": "no_servers_configured"}',
        "failed inside",
    ),
    (
        SERVER,
        'Error creating OpenStack server: Post "http://127.0.0.1:22787/v2.1/servers": '
        "dial tcp 127.0.0.1:22787: connect: connection refused",
        "does not answer",
    ),
    (
        SERVER,
        "Error creating OpenStack server: Expected HTTP response code [200 202] when accessing "
        '[POST http://x/servers], but got 403 instead: {"message": "Quota exceeded for cores"}',
        "a quota of the project is used up",
    ),
    (
        "",
        "Exception: invoke of openstack:images/getImage:getImage failed: invocation of "
        "openstack:images/getImage:getImage returned an error: invoking openstack:images/getImage:getImage: "
        "1 error occurred:\n\t* Your query returned no results. Please change your search criteria.",
        "the Image that the region file names",
    ),
    (
        "",
        "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) "
        "to end or delete the lock file with `pulumi cancel`.",
        "the stack is locked",
    ),
]


@pytest.mark.parametrize(("urn", "message", "said"), REAL)
def test_real_messages(urn: str, message: str, said: str) -> None:
    advice = advise(urn, message, CAUSES)
    assert advice is not None
    assert said in advice.en
    assert advice.zh


def test_names_resource_centre_and_workload() -> None:
    advice = advise(SERVER, "No valid host was found.", CAUSES)
    assert advice is not None
    assert (advice.name, advice.where) == ("panyu-c1-his-0", "centre c1, workload his")
    assert advice.text.zh.startswith("panyu-c1-his-0（centre c1, workload his）: ")
    assert advice.text.en.startswith("panyu-c1-his-0 (centre c1, workload his): ")


def test_unknown_message_gets_no_advice() -> None:
    assert advise(SERVER, "something else happened", CAUSES) is None


def test_every_cause_says_what_to_do_in_both_languages() -> None:
    for cause in CAUSES:
        assert any("\u4e00" <= letter <= "\u9fff" for letter in cause.zh), cause.pattern
        assert cause.en.isascii(), cause.pattern
        assert len(cause.en) > 60, cause.pattern
