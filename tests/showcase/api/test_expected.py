"""Whom a cast lets expect."""

import asyncio

import pytest

from showcase.api import expected
from showcase.api.expected import resolve, written_callers
from showcase.model.system import Dicom, Endpoints, Mllp, Soap, System
from showcase.story.cast import Cast
from showcase.wire.porter import Known


def _cast(*hosts: str) -> Cast:
    return Cast(
        systems={
            host: System(
                key=host,
                stand_in=False,
                endpoints=Endpoints(dicom=Dicom(host=host, port=104, ae_title=f"AE{n}")),
            )
            for n, host in enumerate(hosts)
        }
    )


def test_a_system_is_expected_at_each_of_its_addresses_by_each_of_its_names() -> None:
    ends = Endpoints(
        dicom=Dicom(host="10.4.0.21", port=104, ae_title="A"),
        hl7v2=Mllp(host="10.4.0.22", port=2575, application="B", facility="C"),
        soap=Soap(urls={"ITI-41": "http://10.4.0.23:8080/x"}),
    )
    casting = Cast(systems={"acme": System(key="acme", stand_in=False, endpoints=ends)})
    names = {"dicom": {"A"}, "hl7v2": {"B"}}
    assert written_callers(casting) == {
        "10.4.0.21": names,
        "10.4.0.22": names,
        "10.4.0.23": names,
    }


def test_two_systems_at_one_address_each_have_their_name() -> None:
    first = Endpoints(dicom=Dicom(host="10.4.0.21", port=104, ae_title="A"))
    second = Endpoints(dicom=Dicom(host="10.4.0.21", port=105, ae_title="B"))
    systems = {
        key: System(key=key, stand_in=False, endpoints=ends)
        for key, ends in (("acme", first), ("duo", second))
    }
    assert written_callers(Cast(systems=systems)) == {"10.4.0.21": {"dicom": {"A", "B"}}}


async def test_a_name_is_expected_by_its_addresses_whatever_other_names_take(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def asked(host: str) -> frozenset[str]:
        if host == "pacs.example":
            return frozenset({"10.4.0.30"})
        return await asyncio.Future()  # no DNS there

    monkeypatch.setattr(expected, "addresses_of", asked)
    told: asyncio.Future[Known] = asyncio.get_running_loop().create_future()
    casting = _cast("pacs.example", "ris.example", "10.4.0.21")
    asking = asyncio.ensure_future(resolve(casting, told.set_result))
    async with asyncio.timeout(5):
        known = await told
    asking.cancel()
    assert known["10.4.0.30"] == {"dicom": {"AE0"}}
    assert known["10.4.0.21"] == {"dicom": {"AE2"}}


async def test_a_cast_of_addresses_asks_nobody() -> None:
    async with asyncio.timeout(5):
        await resolve(_cast("10.4.0.21", "fe80::1"), lambda _known: pytest.fail("nothing to tell"))
