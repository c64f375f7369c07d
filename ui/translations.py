"""The languages of the window, by Qt's own means: ``assets/i18n/showcase_<language>.qm``.

English stands in the code. Python says `translate("Wall", "…")` with a literal, QML ``qsTr("…")``;
``build/translate`` collects both into the ``.ts`` files and compiles them. Stories bring their
own translations, which the engine hands out.
"""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTranslator

SOURCE = "en"


def translate(context: str, text: str, remark: str = "") -> str:
    """The text in the language of the window; itself where there is none of it.

    Args:
        context: The part of the window that says it.
        text: In English, as a literal: ``lupdate`` reads it out of the source.
        remark: For whoever translates.
    """
    return QCoreApplication.translate(context, text, remark or None)


def spoken() -> str:
    """The language that is spoken now: ``en``, ``de``."""
    return QLocale().name().partition("_")[0]


def decimal(value: float, digits: int | None = None) -> str:
    """A number as it is written in the language of the window: ``2.4``, ``2,4``.

    Args:
        value: The number.
        digits: How many stand behind the point; None: as many as it has, three in all at most.
    """
    kind, count = ("g", 3) if digits is None else ("f", digits)
    return QLocale().toString(float(value), kind, count)


def day_and_hour(at: datetime) -> str:
    """``Tue 10:21``, local time."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), "ddd HH:mm")


def languages() -> list[str]:
    """The languages there are, English first."""
    found = sorted(file.stem.partition("_")[2] for file in _folder().glob("showcase_*.qm"))
    return [SOURCE, *found]


def choose(wanted: str = "", system: str = "") -> str:
    """The language to use: the wanted one, else the system's, else English.

    Args:
        wanted: ``de``, ``de-AT``; empty: nobody asked.
        system: The system's locale; empty: Qt is asked.
    """
    there = languages()
    for each in (wanted, system or QLocale.system().name()):
        code = each.replace("_", "-").partition("-")[0].lower()
        if code in there:
            return code
    return SOURCE


def install(application: QCoreApplication, language: str = "") -> str:
    """Speak a language from now on; what is drawn already stays until its engine retranslates.

    Args:
        application: Keeps the translation alive.
        language: As for `choose`.

    Returns:
        The language that is spoken.
    """
    remove(application)
    code = choose(language)
    if code != SOURCE:
        translator = QTranslator(application)
        translator.setObjectName(_NAME)
        if not translator.load(str(_folder() / f"showcase_{code}.qm")):
            translator.deleteLater()
            return SOURCE
        application.installTranslator(translator)
    QLocale.setDefault(QLocale(code))
    return code


def remove(application: QCoreApplication) -> None:
    """Speak English again."""
    for each in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(each)
        each.setParent(None)
    QLocale.setDefault(QLocale(SOURCE))


_NAME = "showcase"


def _folder() -> Path:
    """Beside the packages in a clone; under ``showcase_data`` once installed."""
    root = Path(__file__).parents[1]
    places = (root / "assets" / "i18n", root / "showcase_data" / "assets" / "i18n")
    return next((each for each in places if each.is_dir()), places[0])
