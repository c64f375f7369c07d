"""Who knows a name, and who does not."""

from showcase.wire.resolving import addresses_of


async def test_a_name_has_addresses() -> None:
    assert "127.0.0.1" in await addresses_of("localhost")


async def test_an_address_is_its_own() -> None:
    assert await addresses_of("127.0.0.9") == {"127.0.0.9"}


async def test_a_name_that_nobody_knows_has_none() -> None:
    assert await addresses_of("pacs.invalid") == frozenset()
