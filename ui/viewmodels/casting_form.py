"""What is to be entered about a system: groups of fields, out of a sheet and what was typed."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from showcase.model.casting import CastFault, CastRole, CastSheet, CastSystem, CastTransaction
from showcase.model.transaction import Family
from ui.translations import translate
from ui.viewmodels.casting_rows import FieldRow

SYNTAXES = (
    "Explicit VR Little Endian",
    "Implicit VR Little Endian",
    "JPEG Lossless",
    "JPEG 2000 Lossless",
    "RLE Lossless",
)
PROTOCOLS = ("hl7v2", "dicom", "soap", "syslog")
_TLS_WAYS = (("", "true", "ca", "pinned"), ("", "false", "true", "ca", "pinned"))
"""What the file says for each choice: of the system as a whole, and of one protocol."""

_STRANGE = re.compile(r"[^a-z0-9]+")
_NO_NAME = re.compile(r"[^A-Z0-9_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A system as it stands on the page.

    Attributes:
        role: The role it plays.
        key: Its key in the file; of a new one, the key it will have.
        saved: What the file says.
        draft: What was typed and is not in the file yet.
        faults: Why it is not, by field.
        logo: Digest of its logo.
    """

    role: CastRole
    key: str
    saved: Mapping[str, str] = field(default_factory=dict)
    draft: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    logo: str = ""

    def text(self, at: str) -> str:
        """What stands in a field."""
        return self.draft[at] if at in self.draft else self.saved.get(at, "")

    def speaks(self, protocol: str) -> bool:
        """Whether anything was entered for it."""
        return any(
            at.startswith(f"{protocol}.") and self.text(at) for at in (*self.saved, *self.draft)
        )

    def protocols(self) -> tuple[str, ...]:
        """Those that the role needs, what it needs most first; and those the system has."""
        needed = _needed(self.role)
        more = tuple(each for each in PROTOCOLS if each not in needed and self.speaks(each))
        return (*needed, *more)


def key_of(vendor: str, taken: Collection[str]) -> str:
    """A key for a new system, out of its maker's name."""
    stem = _STRANGE.sub("-", vendor.lower()).strip("-")[:30]
    stem = stem if stem[:1].isalpha() else f"system-{stem}".rstrip("-")
    names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    return next(name for name in names if name not in taken)


def defaults(form: Form) -> dict[str, str]:
    """What follows from the rest, so that nobody has to enter it."""
    found: dict[str, str] = {}
    hosts = [form.text(f"{each}.host") for each in ("hl7v2", "dicom", "syslog")]
    host = next((each for each in hosts if each), "")
    for protocol in ("hl7v2", "dicom", "syslog"):
        if host and form.text(f"{protocol}.port") and not form.text(f"{protocol}.host"):
            found[f"{protocol}.host"] = host
    if form.text("hl7v2.port"):
        names = {"application": application(form), "facility": form.role.facility}
        for name, text in names.items():
            if not form.text(f"hl7v2.{name}"):
                found[f"hl7v2.{name}"] = text
    return found


def hosts_of(form: Form) -> tuple[str, ...]:
    """Every host at which the system is to be found, as the file says it, each once."""
    found = {
        text if at.endswith(".host") else urlsplit(text).hostname or ""
        for at, text in form.saved.items()
        if at.endswith(".host") or at.startswith("soap.ITI-")
    }
    return tuple(sorted(found - {""}))


def application(form: Form) -> str:
    """What a system is likely to be called in MSH-5: the first word of its maker's name."""
    first = form.text("vendor").split(" ")[0]
    return _NO_NAME.sub("", first.upper())[:20] or form.role.role.upper()


def by_field(faults: Collection[CastFault], key: str) -> dict[str, str]:
    """Faults of one system, by the field that they speak of."""
    start = f"systems.{key}."
    found: dict[str, str] = {}
    for each in faults:
        if each.at.startswith(start):
            found.setdefault(each.at.removeprefix(start), f"{each.words}. {each.remedy}")
    return found


def system_of(sheet: CastSheet, key: str) -> CastSystem | None:
    """The system of that key; None where there is none."""
    return next((each for each in sheet.systems if each.key == key), None)


def identity_fields(form: Form) -> Iterator[FieldRow]:
    """Who it is."""
    hint = translate("Casting", "the maker's name, as its card shows it")
    yield _text(form, "vendor", translate("Casting", "Vendor"), hint=hint, share=12)


def card_fields(form: Form) -> Iterator[FieldRow]:
    """What else its card shows."""
    product = translate("Casting", "Product and version")
    yield _text(form, "product", product, share=5)
    yield FieldRow(
        at="logo",
        kind="file",
        label=translate("Casting", "Logo"),
        text=form.text("logo"),
        hint=translate("Casting", "drop an SVG or PNG here, or type its path"),
        fault=form.faults.get("logo", ""),
        share=7,
        picture=form.logo,
    )


def address_fields(form: Form, protocol: str) -> Iterator[FieldRow]:
    """Where it is, in one protocol."""
    if protocol == "soap":
        for transaction, label in _urls(form).items():
            hint = f"http://10.4.0.30:8080/{transaction.lower()}"
            at = f"soap.{transaction}"
            yield _text(form, at, label, hint=hint, share=12, subject=transaction)
        return
    usual = {"hl7v2": "2575", "dicom": "104", "syslog": "514"}[protocol]
    host = defaults(form).get(f"{protocol}.host", "10.4.0.21")
    yield _text(form, f"{protocol}.host", translate("Casting", "Host"), hint=host, share=5)
    yield _text(form, f"{protocol}.port", translate("Casting", "Port"), hint=usual, share=2)
    if protocol == "dicom":
        title = translate("Casting", "AE title")
        yield _text(form, "dicom.ae_title", title, hint="PACS", share=5)
    elif protocol == "hl7v2":
        yield _text(
            form,
            "hl7v2.application",
            translate("Casting", "Application"),
            hint=application(form),
            share=3,
        )
        facility = translate("Casting", "Facility")
        yield _text(form, "hl7v2.facility", facility, hint=form.role.facility, share=2)
    else:
        port = translate("Casting", "Port over TLS")
        yield _text(form, "syslog.tls_port", port, hint="6514", share=3)


def _urls(form: Form) -> dict[str, str]:
    """Transactions with a URL of their own: those that the role answers, and those it has."""
    asked = {
        each.id: f"{each.id} {each.name}"
        for each in form.role.transactions
        if _protocol(each) == "soap"
    }
    has = [at.removeprefix("soap.") for at in form.saved if at.startswith("soap.")]
    return {**{each: each for each in has if each not in asked}, **asked}


def rarer_fields(form: Form) -> Iterator[FieldRow]:
    """What hardly anybody has to enter."""
    deadline = translate("Casting", "Seconds for one answer")
    yield _text(form, "deadline", deadline, hint="10", share=6)
    after = translate("Casting", "Stand-in takes over by itself after … seconds")
    yield _text(form, "take_over_after", after, hint=translate("Casting", "never"), share=6)
    yield from _tls_fields(form, "tls", translate("Casting", "TLS (ITI-19), all of its protocols"))
    for protocol, title in (("hl7v2", "HL7 v2"), ("dicom", "DICOM")):
        if protocol in form.protocols():
            words = translate("Casting", "TLS, {protocol} only").format(protocol=title)
            yield from _tls_fields(form, f"{protocol}.tls", words)
    if "dicom" in form.protocols():
        largest = translate("Casting", "Largest PDU in bytes")
        yield _text(
            form, "dicom.max_pdu", largest, hint=translate("Casting", "as both agree"), share=6
        )
        yield _syntaxes(form)
    names = {
        "authority": translate("Casting", "Domain of its patient identifiers"),
        "authority_oid": translate("Casting", "OID of that domain"),
        "unique_id": translate("Casting", "Its own OID (repository, source)"),
    }
    for name, label in names.items():
        yield _text(form, f"oids.{name}", label, hint="", share=4)


def _syntaxes(form: Form) -> FieldRow:
    text = form.text("dicom.transfer_syntaxes")
    chosen = {each.strip() for each in text.split(",")}
    return FieldRow(
        at="dicom.transfer_syntaxes",
        kind="many",
        label=translate("Casting", "Transfer syntaxes we propose (none chosen: all)"),
        text=text,
        share=12,
        options=SYNTAXES,
        marks=tuple(each in chosen for each in SYNTAXES),
        fault=form.faults.get("dicom.transfer_syntaxes", ""),
    )


def tls_choice(form: Form, at: str) -> int:
    """Which of the choices stands there: of a protocol 0 is *as the system*."""
    said = next((each for each in ("ca", "pinned") if form.text(f"{at}.{each}")), form.text(at))
    ways = _TLS_WAYS[at != "tls"]
    return ways.index(said) if said in ways else 0


def tls_change(at: str, choice: int) -> dict[str, str]:
    """What to enter so that a choice of TLS stands there."""
    way = _TLS_WAYS[at != "tls"][choice]
    clear = {f"{at}.ca": "", f"{at}.pinned": ""}
    if way in {"ca", "pinned"}:
        return {**clear, at: "", f"{at}.{way}": UNNAMED}
    return {**clear, at: way}


def _tls_fields(form: Form, at: str, title: str) -> Iterator[FieldRow]:
    options: tuple[str, ...] = (
        translate("Casting", "in the clear"),
        translate("Casting", "booth certificate"),
        translate("Casting", "their authority"),
        translate("Casting", "their certificate"),
    )
    if at != "tls":
        options = (translate("Casting", "as for all"), *options)
    choice = tls_choice(form, at)
    yield FieldRow(
        at=at,
        kind="choice",
        label=title,
        text="",
        share=12,
        options=options,
        marks=tuple(number == choice for number in range(len(options))),
        fault=form.faults.get(at, ""),
    )
    way = _TLS_WAYS[at != "tls"][choice]
    if way in {"ca", "pinned"}:
        name = f"{at}.{way}"
        named = form.text(name) != UNNAMED
        yield FieldRow(
            at=name,
            kind="file",
            label=translate("Casting", "Certificate, PEM"),
            text=form.text(name) if named else "",
            hint=translate("Casting", "drop a PEM file here, or type its path"),
            fault=form.faults.get(name, "") if named else "",
            share=12,
        )


UNNAMED = "?"
"""Stands where a file is wanted and none is named yet."""


def _text(
    form: Form, at: str, label: str, *, share: int, hint: str = "", subject: str = ""
) -> FieldRow:
    key = at.rpartition(".")[2]
    return FieldRow(
        at=at,
        label=label,
        text=form.text(at),
        hint=hint,
        fault=form.faults.get(at, "").replace(f"`{key}`", label),
        share=share,
        subject=subject,
    )


def _needed(role: CastRole) -> list[str]:
    wanted = [_protocol(each) for each in role.transactions]
    if role.keeps_audit:
        wanted.append("syslog")
    found = [each for each in PROTOCOLS if each in wanted]
    return sorted(found, key=lambda each: -wanted.count(each))


def _protocol(transaction: CastTransaction) -> str:
    """What an address for it is entered under; who only asks by SOAP has none."""
    if transaction.family is Family.HL7V2:
        return "hl7v2"
    if transaction.family is Family.DICOM:
        return "dicom"
    return "soap" if transaction.answers else ""
