from medcloud.cloud import Names
from medcloud.cloud.names import NamesArgs
from medcloud.standard import conventions
from tests.cloud.parts import LABELS
from tests.cloud.recorder import deploy


def args() -> NamesArgs:
    return {
        "domain": "panyu.example.",
        "records": [
            {
                "name": "his.panyu.example.",
                "type": "A",
                "values": ["10.65.0.8"],
                "ttl": 300,
                "labels": LABELS,
            },
            {
                "name": "his.panyu.example.",
                "type": "AAAA",
                "values": ["fd14::8"],
                "ttl": 300,
                "labels": LABELS,
            },
        ],
        "labels": LABELS,
    }


def test_a_zone_and_both_families() -> None:
    made = deploy(lambda: Names("panyu-names", args()))
    assert made.one("Zone").inputs["email"] == "hostmaster@panyu.example"
    assert {r.name for r in made.of("RecordSet")} == {"his.panyu.example-A", "his.panyu.example-AAAA"}


def test_an_existing_zone_gets_records_and_no_change() -> None:
    made = deploy(lambda: Names("panyu-names", {**args(), "existing": True}))
    assert not made.of("Zone")
    assert {r.inputs["zoneId"] for r in made.of("RecordSet")} == {"existing-panyu.example."}


def test_descriptions_fit_designate_and_carry_the_labels() -> None:
    made = deploy(lambda: Names("panyu-names", args()))
    for part in [*made.of("RecordSet"), *made.of("Zone")]:
        assert len(part.inputs["description"]) <= 160
        assert conventions.read(part.inputs)["workload"] == "his"
