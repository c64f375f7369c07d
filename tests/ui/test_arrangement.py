"""What people have chosen takes effect, and what the command line asked for until then."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui import script
from tests.ui.fake_link import FakeLink
from ui import translations
from ui.fonts import load_fonts
from ui.viewmodels.settings import SettingsModel
from ui.window import Wanted, Window

pytestmark = pytest.mark.window


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[Window]:
    load_fonts()
    asked = Wanted(language="de")
    window = Window(FakeLink(), script.Jumpable(), settings=SettingsModel(), wanted=asked)
    yield window
    window.close()
    translations.remove(qapp)
    QGuiApplication.processEvents()


def test_closing_the_welcome_page_keeps_the_language_that_was_asked_for(window: Window) -> None:
    assert window.link.language == "de"
    window.settings.greet()
    window.settings.measure(65.0)
    assert window.link.language == "de"


def test_a_choice_of_language_wins_over_the_command_line(window: Window) -> None:
    window.settings.speak("de")
    window.settings.speak("en")
    assert window.link.language == "en"
