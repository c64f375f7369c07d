"""Which renderer draws."""

from pathlib import Path

import pytest

from ui.renderer import has_gpu


def test_offscreen_platform_has_no_gpu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "renderD128").touch()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:configfile=x")
    assert not has_gpu(tmp_path)


def test_linux_without_a_render_node_has_no_gpu(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr("sys.platform", "linux")
    assert not has_gpu(tmp_path)
    (tmp_path / "renderD128").touch()
    assert has_gpu(tmp_path)


def test_other_machines_come_with_a_gpu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr("sys.platform", "darwin")
    assert has_gpu(tmp_path)
