"""The document source: makes a document of a report or of what its human writes, and hands it on.

What it shares goes to the repository.
"""

from uuid import uuid4

import msgspec

from showcase.model import oid
from showcase.protocols.cda import report as cda
from showcase.protocols.soap.metadata import (
    Association,
    Author,
    Code,
    Cx,
    DocumentEntry,
    Submission,
    SubmissionSet,
)
from showcase.protocols.soap.mtom import Attachment
from showcase.standins.behaviour import Behaviour, CannotAct, Prompt, act
from showcase.standins.memory import Person, Report
from showcase.standins.registration import known
from showcase.standins.xds.kinds import IMAGING, KINDS, Kind
from showcase.standins.xds.posting import post
from showcase.standins.xds.region import regional
from showcase.transactions import iti41
from showcase.wire.clock import SystemClock

_CONFIDENTIALITY = "2.16.840.1.113883.5.25"
_MEDIA_TYPE = "text/xml"

_NORMAL = Code("N", _CONFIDENTIALITY, "Normal")


class _Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document about to be shared.

    Attributes:
        id: Its OID.
        person: The patient, under the identifier of the source.
        shared: The same, under that of the region.
    """

    id: str
    title: str
    kind: Kind
    language: str
    report: Report
    person: Person
    shared: Person


class DocumentSource(Behaviour):
    """Starts ITI-41."""

    actor = "Document Source"

    @act("ITI-41")
    async def provide(self, prompt: Prompt) -> None:
        """Share a document about a patient, under her identifier in the region.

        Typed: patient, title; text and author, where the human writes it here rather than sharing
        the latest report; kind, as `KINDS` has them; language.
        """
        person = known(self.me, prompt.type("patient"))
        kind = _kind(prompt)
        report = self._write(person, prompt) if "text" in prompt.typed else self._latest(person)
        for receiver in prompt.receivers:
            paper = _Paper(
                id=oid.fresh_uid(),
                title=prompt.type("title"),
                kind=kind,
                language=prompt.typed.get("language", "en-US"),
                report=report,
                person=person,
                shared=regional(self.me, person, receiver, "ITI-41"),
            )
            document = cda.build(self._document(paper))
            submission = self._submission(paper)
            uuid = submission.documents[0].entry_uuid
            call = iti41.call(
                submission, {uuid: Attachment(content=document, media_type=_MEDIA_TYPE)}
            )
            async with self.me.hop(
                "ITI-41", receiver, transport="http", cue=prompt.cue, label=paper.title
            ) as hop:
                hop.shows(document=document, document_type=_MEDIA_TYPE)
                hop.judge(iti41.judge(await post(self.me, call, receiver, hop)))

    def _latest(self, person: Person) -> Report:
        for report in reversed(self.me.memory.reports.values()):
            if report.person.name.casefold() == person.name.casefold():
                return report
        raise CannotAct(
            f"this system has no report about {person.name}",
            remedy="Let the reading room send one first (RAD-28), or give the cue a `text:`.",
        )

    def _write(self, person: Person, prompt: Prompt) -> Report:
        """What the human at this system writes; it answers no order."""
        return Report(
            person=person,
            accession="",
            study="",
            title=prompt.type("title"),
            text=prompt.type("text").strip(),
            author=prompt.type("author"),
            written=self.me.now().astimezone().strftime("%Y%m%d%H%M%S"),
        )

    def _document(self, paper: _Paper) -> cda.ClinicalNote:
        person, report = paper.person, paper.report
        domains = dict.fromkeys((each.authority_oid, each.id) for each in (paper.shared, person))
        return cda.ClinicalNote(
            id=paper.id,
            title=paper.title,
            patient_ids=tuple(cda.Identifier(*each) for each in domains),
            given=person.given,
            family=person.family,
            born=person.born,
            sex=person.sex,
            author=report.author,
            written=report.written,
            custodian=(cda.Identifier(self._source_id), self.me.place.title),
            text=report.text,
            accession=cda.Identifier(self._source_id, report.accession)
            if report.accession
            else None,
            type=paper.kind.loinc,
            section=paper.kind.section,
            language=paper.language,
        )

    def _submission(self, paper: _Paper) -> Submission:
        """One submission set with one document entry (TF-3 4.3.1)."""
        report, person, shared, kind = paper.report, paper.person, paper.shared, paper.kind
        now = SystemClock().now().strftime("%Y%m%d%H%M%S")
        patient = str(Cx(shared.id, shared.authority_oid))
        author = Author(
            person=f"^{report.author}" if report.author else "",
            institutions=(self.me.place.title,),
        )
        entry = DocumentEntry(
            entry_uuid=uuid4().urn,
            unique_id=paper.id,
            patient_id=patient,
            mime_type=_MEDIA_TYPE,
            title=paper.title,
            source_patient_id=str(Cx(person.id, person.authority_oid)),
            source_patient_info=_demographics(person),
            language_code=paper.language,
            creation_time=now,
            class_code=kind.class_,
            type_code=kind.type,
            format_code=kind.format,
            facility_type=kind.facility,
            practice_setting=kind.practice,
            confidentiality=(_NORMAL,),
            authors=(author,),
            status="",  # the registry's to say
        )
        package = SubmissionSet(
            entry_uuid=uuid4().urn,
            unique_id=oid.fresh_uid(),
            source_id=self._source_id,
            patient_id=patient,
            submission_time=now,
            content_type=kind.type,
            title=paper.title,
            authors=(author,),
            status="",
        )
        member = Association(
            id=uuid4().urn,
            source=package.entry_uuid,
            target=entry.entry_uuid,
            member="Original",
            status="",
        )
        return Submission(sets=(package,), documents=(entry,), associations=(member,))

    @property
    def _source_id(self) -> str:
        return self.me.oids.unique_id or f"{oid.SYSTEMS}.2"


def _kind(prompt: Prompt) -> Kind:
    named = prompt.typed.get("kind", "")
    if named and named not in KINDS:
        raise CannotAct(
            f"there is no kind of document called {named}", remedy=f"Use {', '.join(KINDS)}."
        )
    return KINDS[named] if named else IMAGING


def _demographics(person: Person) -> tuple[str, ...]:
    """SourcePatientInfo (TF-3 4.2.3.2.23)."""
    return (
        f"PID-3|{Cx(person.id, person.authority_oid)}",
        f"PID-5|{person.family}^{person.given}",
        *([f"PID-7|{person.born}"] if person.born else []),
        *([f"PID-8|{person.sex}"] if person.sex else []),
    )
