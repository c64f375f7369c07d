"""The document source: makes a document of a report, and hands it to the repository."""

from typing import TYPE_CHECKING
from uuid import uuid4

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
from showcase.standins.xds.posting import post, prepare
from showcase.standins.xds.region import regional
from showcase.transactions import iti41
from showcase.wire.clock import SystemClock

if TYPE_CHECKING:
    from showcase.standins.standin import StandIn

_SNOMED = "2.16.840.1.113883.6.96"
_IHE_FORMATS = "1.3.6.1.4.1.19376.1.2.3"
_IHE_CLASSES = "1.3.6.1.4.1.19376.1.2.6.1"
_CONFIDENTIALITY = "2.16.840.1.113883.5.25"
_MEDIA_TYPE = "text/xml"

_TYPE = Code(cda.DIAGNOSTIC_IMAGING_STUDY, cda.LOINC, "Diagnostic imaging study")
_CLASS = Code("REPORTS", _IHE_CLASSES, "Reports")
_FORMAT = Code(
    "urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013", _IHE_FORMATS, "CDA imaging report"
)
_FACILITY = Code("22232009", _SNOMED, "Hospital")
_PRACTICE = Code("394914008", _SNOMED, "Radiology")
_NORMAL = Code("N", _CONFIDENTIALITY, "Normal")


class DocumentSource(Behaviour):
    """Starts ITI-41."""

    actor = "Document Source"

    def __init__(self, me: "StandIn") -> None:
        """Ready to send."""
        super().__init__(me)
        prepare()

    @act("ITI-41")
    async def provide(self, prompt: Prompt) -> None:
        """Share the latest report about a patient, under her identifier in the region."""
        person = known(self.me, prompt.type("patient"))
        report = self._latest(person)
        title = prompt.type("title")
        for receiver in prompt.receivers:
            shared = regional(self.me, person, receiver, "ITI-41")
            document_id = oid.fresh_uid()
            document = cda.build(self._document(report, title, person, shared, document_id))
            submission = self._submission(report, title, person, shared, document_id)
            uuid = submission.documents[0].entry_uuid
            call = iti41.call(
                submission, {uuid: Attachment(content=document, media_type=_MEDIA_TYPE)}
            )
            async with self.me.hop(
                "ITI-41", receiver, transport="http", cue=prompt.cue, label=title
            ) as hop:
                hop.shows(document=document, document_type=_MEDIA_TYPE)
                hop.judge(iti41.judge(await post(self.me, call, receiver, hop)))

    def _latest(self, person: Person) -> Report:
        for report in reversed(self.me.memory.reports.values()):
            if report.person.name.casefold() == person.name.casefold():
                return report
        raise CannotAct(
            f"this system has no report about {person.name}",
            remedy="Let the reading room send one first (RAD-28).",
        )

    def _document(
        self, report: Report, title: str, person: Person, shared: Person, document_id: str
    ) -> cda.ImagingReport:
        return cda.ImagingReport(
            id=document_id,
            title=title,
            patient_ids=(
                cda.Identifier(shared.authority_oid, shared.id),
                cda.Identifier(person.authority_oid, person.id),
            ),
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
        )

    def _submission(
        self, report: Report, title: str, person: Person, shared: Person, document_id: str
    ) -> Submission:
        """One submission set with one document entry (TF-3 4.3.1)."""
        now = SystemClock().now().strftime("%Y%m%d%H%M%S")
        patient = str(Cx(shared.id, shared.authority_oid))
        author = Author(
            person=f"^{report.author}" if report.author else "",
            institutions=(self.me.place.title,),
        )
        entry = DocumentEntry(
            entry_uuid=uuid4().urn,
            unique_id=document_id,
            patient_id=patient,
            mime_type=_MEDIA_TYPE,
            title=title,
            source_patient_id=str(Cx(person.id, person.authority_oid)),
            source_patient_info=_demographics(person),
            language_code="en-US",
            creation_time=now,
            class_code=_CLASS,
            type_code=_TYPE,
            format_code=_FORMAT,
            facility_type=_FACILITY,
            practice_setting=_PRACTICE,
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
            content_type=_TYPE,
            title=title,
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


def _demographics(person: Person) -> tuple[str, ...]:
    """SourcePatientInfo (TF-3 4.2.3.2.23)."""
    return (
        f"PID-3|{Cx(person.id, person.authority_oid)}",
        f"PID-5|{person.family}^{person.given}",
        *([f"PID-7|{person.born}"] if person.born else []),
        *([f"PID-8|{person.sex}"] if person.sex else []),
    )
