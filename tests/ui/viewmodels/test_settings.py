"""What people have chosen."""

import pytest
from PySide6.QtCore import QSettings

from ui.viewmodels.settings import IDLE, Forgetful, SettingsModel


def test_shipped_it_is_dark_and_waits_ninety_seconds() -> None:
    choices = SettingsModel().choices
    assert (choices.light, choices.idle, choices.greeted) == (False, IDLE, False)
    assert choices.screens == ()


def test_what_was_chosen_is_there_again(tmp_path: object) -> None:
    path = f"{tmp_path}/kept.ini"
    store = QSettings(path, QSettings.Format.IniFormat)
    settings = SettingsModel(store)
    settings.lighten(True)
    settings.calm(True)
    settings.measure(75)
    settings.stand(3.5)
    settings.wait(180)
    settings.speak("de")
    settings.toggleScreen("HDMI-1")
    settings.greet()
    settings.played("cardiology", "tour", "booth.yaml")
    store.sync()
    again = SettingsModel(QSettings(path, QSettings.Format.IniFormat))
    assert again.choices == settings.choices
    assert (again.choices.language, again.choices.screens) == ("de", ("HDMI-1",))
    assert (again.choices.diagonal, again.choices.distance) == (75.0, 3.5)
    assert (again.tour, again.cast) == (("cardiology", "tour"), "booth.yaml")


@pytest.mark.parametrize(("asked", "kept"), [(-1.0, 0.5), (99.0, 30.0), (4.0, 4.0)])
def test_distance_stays_within_reason(asked: float, kept: float) -> None:
    settings = SettingsModel()
    settings.stand(asked)
    assert settings.choices.distance == kept


def test_what_somebody_has_broken_is_as_shipped() -> None:
    store = Forgetful()
    for key in ("idle", "diagonal"):
        store.setValue(key, "soon")
    assert SettingsModel(store).choices.idle == IDLE


def test_a_screen_chosen_twice_is_not_chosen() -> None:
    settings = SettingsModel()
    settings.toggleScreen("A")
    settings.toggleScreen("B")
    settings.toggleScreen("A")
    assert settings.choices.screens == ("B",)


def test_the_chosen_cast_is_kept() -> None:
    store = Forgetful()
    SettingsModel(store).plays("/casts/morning.yaml")
    assert SettingsModel(store).cast == "/casts/morning.yaml"
