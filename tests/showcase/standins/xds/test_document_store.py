import resource
from pathlib import Path

import pytest

from showcase.standins.xds.document_store import DocumentStore, read


def blocked(folder: Path) -> Path:
    """A folder in which nothing can be made."""
    (folder / "documents").write_text("in the way")
    return folder / "documents"


async def keep(store: DocumentStore, unique_id: str, content: bytes) -> None:
    (draft,) = (await store.write({unique_id: memoryview(content)})).values()
    store.keep(unique_id, draft, media_type="text/plain", sha1="")


async def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path)
    await keep(store, "1.2.3", b"report")
    stored = store.get("1.2.3")
    assert stored
    assert await read(stored) == b"report"
    await store.discard("1.2.3")
    assert (store.get("1.2.3"), stored.path.exists()) == (None, False)


async def test_what_is_dropped_leaves_no_trace(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path / "documents")
    for draft in (await store.write({"1.2.3": memoryview(b"report")})).values():
        assert draft.path.read_bytes() == b"report"
        await store.drop(draft)
    assert not list((tmp_path / "documents").iterdir())


async def test_what_the_disk_does_not_take_is_held(tmp_path: Path) -> None:
    store = DocumentStore(blocked(tmp_path))
    await keep(store, "1.2.3", b"report")
    stored = store.get("1.2.3")
    assert stored
    assert await read(stored) == b"report"
    await store.discard("1.2.3")
    assert store.get("1.2.3") is None


async def test_half_a_document_does_not_stay_on_a_full_disk(tmp_path: Path) -> None:
    store, (soft, hard) = (
        DocumentStore(tmp_path / "documents"),
        resource.getrlimit(resource.RLIMIT_FSIZE),
    )
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        await keep(store, "1.2.3", bytes(10_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    stored = store.get("1.2.3")
    assert stored
    assert await read(stored) == bytes(10_000)
    assert not list((tmp_path / "documents").iterdir())


async def test_memory_has_an_end(tmp_path: Path) -> None:
    store = DocumentStore(blocked(tmp_path), in_memory=8)
    await keep(store, "1.2.3", b"report")
    with pytest.raises(NotADirectoryError):
        await keep(store, "1.2.4", b"report")
