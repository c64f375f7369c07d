from pathlib import Path

from showcase.standins.emptying import empty


async def test_a_folder_is_emptied_with_all_below_it(tmp_path: Path) -> None:
    file = tmp_path / "images" / "1.2" / "one.dcm"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"DICM")
    await empty(tmp_path / "images")
    assert not file.parent.exists()


async def test_what_was_never_there_is_no_trouble(tmp_path: Path) -> None:
    await empty(tmp_path / "images")
    assert not (tmp_path / "images").exists()
