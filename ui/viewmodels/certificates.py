"""The certificate of the system on the cast page: whether it has one of ours, and one to take."""

from pathlib import Path

from PySide6.QtCore import Property, QDate, QLocale, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from showcase.model.certificates import Certificate, Certificates, CertificateWanted
from ui.baggage import documents
from ui.translations import translate
from ui.viewmodels.caster import Caster

QML_IMPORT_NAME = "Showcase.Cast"
QML_IMPORT_MAJOR_VERSION = 1

_SOON = 3
"""Days left from which on a new one is worth the walk."""


@QmlElement
@QmlUncreatable("The window makes it.")
class CertificatesModel(QObject):  # type: ignore[operator]  # PySide types its decorator uncalled
    """What the booth's authority has issued to one system."""

    changed = Signal()

    def __init__(self, caster: Caster, parent: QObject | None = None) -> None:
        """Nobody's."""
        super().__init__(parent)
        self._caster = caster
        self._key = ""
        self._hosts: tuple[str, ...] = ()
        self._seen = Certificates()
        self._folder = ""
        self._handed = ""
        self._trouble = ""

    def show(self, key: str, hosts: tuple[str, ...]) -> None:
        """Show that system's; empty: nobody's.

        Args:
            key: Its key in the cast.
            hosts: Its addresses, as the cast says them.
        """
        if (key, hosts) == (self._key, self._hosts):
            return
        if key != self._key:
            self._folder = self._handed = self._trouble = ""
        self._key, self._hosts = key, hosts
        if key:
            self._caster.certificates(self._came, self._failed)
        self.changed.emit()

    @Slot(str)
    def setFolder(self, folder: str) -> None:
        """Hand over there."""
        self._folder = (QUrl(folder).toLocalFile() or folder).strip()
        self.changed.emit()

    @Slot()
    def issue(self) -> None:
        """A certificate for the system, with its key, where its engineer can take it."""
        self._handed = self._trouble = ""
        folder = self._where()
        wanted = CertificateWanted(name=self._key, hosts=self._hosts, folder=folder)

        def issued(seen: Certificates) -> None:
            self._handed = folder
            self._came(seen)

        self._caster.issue(wanted, issued, self._failed)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """There is a system to issue one to."""
        return bool(self._key)

    @Property(str, notify=changed)
    def folder(self) -> str:
        """Where it is handed over."""
        return self._where()

    @Property(str, notify=changed)
    def words(self) -> str:
        """Whether it has one, until when, for which addresses."""
        mine = self._mine
        if mine is None:
            words = translate("Certificates", "No certificate of the booth's authority yet.")
            own = translate("Certificates", "Its own one will do, if you name it under More.")
            return f"{words} {own}"
        return f"{_lasting(mine)} {self._stands_for(mine)}".strip()

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """How its words are meant: ``acknowledged``, ``waiting``, ``failed``; empty: neutral."""
        return self._outcome()

    @Property(str, notify=changed)
    def deed(self) -> str:
        """What the button says."""
        if self._mine is None:
            return translate("Certificates", "Issue a certificate")
        return translate("Certificates", "Issue a new one")

    @Property(bool, notify=changed)
    def urgent(self) -> bool:
        """That is what should be pressed."""
        return self._outcome() in {"failed", "waiting"}

    @Property(str, notify=changed)
    def handed(self) -> str:
        """What lies where, and what to do with it; empty: nothing was issued just now."""
        if not self._handed:
            return ""
        words = translate(
            "Certificates",
            "{key}.crt, {key}.key and authority.crt lie in {folder}. Their engineer installs the "
            "first two and trusts the third; the key is kept nowhere else.",
        )
        return words.format(key=self._key, folder=self._handed)

    @Property(QUrl, notify=changed)
    def place(self) -> QUrl:
        """The folder that was handed over, for the file manager."""
        return QUrl.fromLocalFile(self._handed) if self._handed else QUrl()

    @Property(str, notify=changed)
    def authority(self) -> str:
        """Of the booth's own certificate: until when, and where it lies."""
        found = self._seen.authority
        if found is None:
            return translate("Certificates", "The first certificate makes the booth's authority.")
        words = translate("Certificates", "Booth authority, until {date}: {file}")
        return words.format(date=_date(found), file=Path(found.file))

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there is none; empty: nothing went wrong."""
        return self._trouble

    def _where(self) -> str:
        return self._folder or str(documents() / self._key)

    def _outcome(self) -> str:
        mine = self._mine
        if mine is None:
            return ""
        if mine.days_left < 0 or self._missing(mine):
            return "failed"
        return "waiting" if mine.days_left < _SOON else "acknowledged"

    @property
    def _mine(self) -> Certificate | None:
        return next((each for each in self._seen.issued if each.name == self._key), None)

    def _missing(self, mine: Certificate) -> tuple[str, ...]:
        return tuple(host for host in self._hosts if host not in mine.hosts)

    def _stands_for(self, mine: Certificate) -> str:
        if missing := self._missing(mine):
            words = translate("Certificates", "It does not stand for {hosts}: issue a new one.")
            return words.format(hosts=", ".join(missing))
        words = translate("Certificates", "It stands for {hosts}.")
        return words.format(hosts=", ".join(mine.hosts))

    def _came(self, seen: Certificates) -> None:
        self._seen, self._trouble = seen, ""
        self.changed.emit()

    def _failed(self, words: str) -> None:
        self._trouble = words
        self.changed.emit()


def _lasting(certificate: Certificate) -> str:
    days, date = certificate.days_left, _date(certificate)
    if days < 0:
        words = translate("Certificates", "Its certificate expired on {date}.")
    elif days == 0:
        words = translate("Certificates", "Its certificate expires today.")
    elif days == 1:
        words = translate("Certificates", "Its certificate expires tomorrow.")
    else:
        words = translate("Certificates", "Its certificate is good until {date}, {days} days.")
    return words.format(date=date, days=days)


def _date(certificate: Certificate) -> str:
    until = certificate.until.astimezone()
    day = QDate(until.year, until.month, until.day)
    return QLocale().toString(day, QLocale.FormatType.LongFormat)
