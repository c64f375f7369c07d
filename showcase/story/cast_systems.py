"""From what a cast says of vendors' systems to the systems themselves."""

from pathlib import Path

from showcase.model.system import Dicom, Endpoints, Mllp, Oids, Soap, Syslog, System, Tls
from showcase.story.cast_schema import CastForm, DicomForm, SystemForm, TlsChoice
from showcase.story.logo import Logo, read_logo

_SYNTAXES = {
    "Explicit VR Little Endian": "1.2.840.10008.1.2.1",
    "Implicit VR Little Endian": "1.2.840.10008.1.2",
    "JPEG Lossless": "1.2.840.10008.1.2.4.70",
    "JPEG 2000 Lossless": "1.2.840.10008.1.2.4.90",
    "RLE Lossless": "1.2.840.10008.1.2.5",
}
"""PS3.6 A, by the names that people use."""


def logos_of(form: CastForm, folder: Path) -> dict[str, Logo]:
    """Logos by the key of their system.

    Raises:
        Unfit: One of them cannot be drawn; `lint_logos` has told of it before.
    """
    return {key: read_logo(folder, each.logo) for key, each in form.systems.items() if each.logo}


def system_of(key: str, form: SystemForm, folder: Path, *, logo: str = "") -> System:
    """The system that a cast describes.

    Args:
        key: Its name in the cast.
        form: What the cast says of it.
        folder: The cast's own, beside which certificates lie.
        logo: Digest of its logo; empty: it has none.
    """

    def tls(asked: TlsChoice | None) -> Tls | None:
        return _tls(form.tls if asked is None else asked, folder)

    return System(
        key=key,
        vendor=form.vendor,
        product=form.product,
        logo=logo,
        stand_in=False,
        takes=tuple(form.takes),
        deadline=form.deadline,
        take_over_after=form.take_over_after,
        endpoints=Endpoints(
            hl7v2=Mllp(**form.hl7v2.model_dump(exclude={"tls"}), tls=tls(form.hl7v2.tls))
            if form.hl7v2
            else None,
            dicom=_dicom(form.dicom, tls(form.dicom.tls)) if form.dicom else None,
            soap=Soap(urls=dict(form.soap), tls=tls(None)) if form.soap else None,
            syslog=Syslog(**form.syslog.model_dump(exclude={"tls"}), tls=tls(form.syslog.tls))
            if form.syslog
            else None,
        ),
        oids=Oids(**form.oids.model_dump()),
    )


def _dicom(form: DicomForm, tls: Tls | None) -> Dicom:
    return Dicom(
        host=form.host,
        port=form.port,
        ae_title=form.ae_title,
        max_pdu=form.max_pdu,
        transfer_syntaxes=tuple(_SYNTAXES[name] for name in form.transfer_syntaxes),
        tls=tls,
    )


def _tls(asked: TlsChoice | None, folder: Path) -> Tls | None:
    """Where a protocol says nothing of TLS, its system may; ``true`` means our booth authority."""
    if asked is None or asked is False:
        return None
    if asked is True:
        return Tls()
    return Tls(
        ca=str(folder / asked.ca) if asked.ca else "",
        pinned=str(folder / asked.pinned) if asked.pinned else "",
    )


def certificates(form: CastForm, folder: Path) -> list[str]:
    """Every certificate that the file names, whichever protocol it is for, each once."""
    asked = [
        choice
        for system in form.systems.values()
        for choice in (
            system.tls,
            *(each.tls for each in (system.hl7v2, system.dicom, system.syslog) if each),
        )
    ]
    found = [each for each in (_tls(choice, folder) for choice in asked) if each]
    return list(dict.fromkeys(file for each in found for file in (each.ca, each.pinned) if file))
