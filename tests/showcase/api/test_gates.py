"""Whom a cast lets expect."""

from showcase.api.gates import expected_hosts
from showcase.model.system import Dicom, Endpoints, Mllp, Soap, System
from showcase.story.cast import Cast


async def test_every_address_of_every_system_is_expected() -> None:
    ends = Endpoints(
        dicom=Dicom(host="10.4.0.21", port=104, ae_title="A"),
        hl7v2=Mllp(host="10.4.0.22", port=2575, application="A", facility="B"),
        soap=Soap(urls={"ITI-41": "http://10.4.0.23:8080/x"}),
    )
    casting = Cast(systems={"acme": System(key="acme", stand_in=False, endpoints=ends)})
    assert await expected_hosts(casting) == {"10.4.0.21", "10.4.0.22", "10.4.0.23"}


async def test_a_name_is_expected_by_its_addresses() -> None:
    ends = Endpoints(dicom=Dicom(host="localhost", port=104, ae_title="A"))
    casting = Cast(systems={"acme": System(key="acme", stand_in=False, endpoints=ends)})
    assert {"localhost", "127.0.0.1"} <= await expected_hosts(casting)


async def test_a_name_that_nobody_knows_is_nobody() -> None:
    ends = Endpoints(dicom=Dicom(host="pacs.invalid", port=104, ae_title="A"))
    casting = Cast(systems={"acme": System(key="acme", stand_in=False, endpoints=ends)})
    assert await expected_hosts(casting) == {"pacs.invalid"}
