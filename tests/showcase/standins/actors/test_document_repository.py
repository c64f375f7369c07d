import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from string import hexdigits

import pytest

from showcase.protocols.soap import message, registry_response
from showcase.wire import http_client
from showcase.wire.line import Line
from tests.showcase.standins.xds import by_hand
from tests.showcase.standins.xds.region_of_four import Region, region


@pytest.fixture
async def four(tmp_path: Path) -> AsyncIterator[Region]:
    async with region(tmp_path) as running:
        running.know_rosa()
        yield running


async def send(four: Region, transaction: str, content_type: str, body: bytes) -> list[str]:
    """The error codes that are answered."""
    reply = await http_client.post(
        four.url("repository", transaction),
        headers={"Content-Type": content_type},
        body=body,
        line=Line("http", initiated=True),
        deadline=20,
    )
    response = registry_response.read(message.read(reply.content_type, reply.body).body)
    assert response is not None
    assert response.succeeded is (not response.errors)
    return [error.code for error in response.errors]


async def provide(four: Region, objects: str, document: bytes = by_hand.DOCUMENT) -> list[str]:
    xml = by_hand.provide(objects, by_hand.CXF_INCLUDE)
    return await send(four, "ITI-41", *by_hand.cxf(xml, document))


async def fetch(four: Region, *wanted: str) -> list[str]:
    return await send(four, "ITI-43", *by_hand.alone(by_hand.retrieve(*wanted)))


def stored(four: Region) -> list[Path]:
    return list(four.stand_ins["repository"].store.rglob("documents/*"))


async def test_claimed_hash_and_size_are_checked(four: Region) -> None:
    right = by_hand.registry_objects(slots=by_hand.REGISTERED_SLOTS)
    wrong = right.replace(by_hand.SHA1.upper(), "0" * 40)
    assert await provide(four, wrong) == ["XDSRepositoryMetadataError"]
    short = right.replace(f"<ns4:Value>{len(by_hand.DOCUMENT)}<", "<ns4:Value>1<")
    assert await provide(four, short) == ["XDSRepositoryMetadataError"]
    assert not stored(four)
    assert await provide(four, right) == []
    assert len(stored(four)) == 1


async def test_document_without_content_is_missing(four: Region) -> None:
    """TF-2 3.41.4.1.3: its metadata are there, and it is not."""
    assert await provide(four, by_hand.registry_objects(), b"") == ["XDSMissingDocument"]
    assert not stored(four)


async def test_document_without_metadata_is_refused(four: Region) -> None:
    xml = by_hand.provide(by_hand.registry_objects(), by_hand.CXF_INCLUDE)
    other = xml.replace(b'<Document id="Document01">', b'<Document id="Document02">')
    errors = await send(four, "ITI-41", *by_hand.cxf(other))
    assert errors == ["XDSMissingDocument", "XDSMissingDocumentMetadata"]


async def test_incomplete_metadata_are_refused_here(four: Region) -> None:
    objects = by_hand.registry_objects().replace('name="languageCode"', 'name="language"')
    assert await provide(four, objects) == ["XDSRepositoryMetadataError"]


async def test_other_bytes_under_the_same_id_are_refused(four: Region) -> None:
    assert await provide(four, by_hand.registry_objects(set_id="5")) == []
    again = by_hand.registry_objects(set_id="6")
    assert await provide(four, again, b"other bytes") == ["XDSNonIdenticalHash"]
    assert stored(four)[0].read_bytes() == by_hand.DOCUMENT


async def test_refused_repetition_keeps_the_document(four: Region) -> None:
    objects = by_hand.registry_objects()
    assert await provide(four, objects) == []
    assert await provide(four, objects) == ["XDSDuplicateUniqueIdInRegistry"]
    assert await fetch(four) == []


async def test_of_two_at_once_the_refused_one_takes_nothing_away(four: Region) -> None:
    objects = by_hand.registry_objects()
    answers = await asyncio.gather(*(provide(four, objects) for _ in range(4)))
    assert sorted(answers) == [[], *[["XDSDuplicateUniqueIdInRegistry"]] * 3]
    assert await fetch(four) == []


async def test_document_id_is_never_a_file_name(four: Region) -> None:
    objects = by_hand.registry_objects(document_id="../../../escaped")
    assert await provide(four, objects) == []
    (file,) = stored(four)
    assert set(file.name) <= set(hexdigits)
    assert await fetch(four, "../../../escaped") == []


async def test_other_repository_is_not_here(four: Region) -> None:
    assert await provide(four, by_hand.registry_objects()) == []
    assert await fetch(four, by_hand.DOCUMENT_ID, "9.9.9") == ["XDSUnknownRepositoryId"]
