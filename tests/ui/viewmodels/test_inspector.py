"""One hop, looked into."""

from collections.abc import Callable

import msgspec
import pytest

from showcase.model.answers import Explanation
from showcase.model.events import Event
from showcase.model.node import Node
from tests.ui import script
from ui.viewmodels.inspector import InspectorModel

Tab = InspectorModel.Tab

REQUEST = (
    Node(
        label="PID Patient Identification",
        children=(Node(label="PID-3.1 ID Number", value="40213", path="PID-3.1", start=4, end=9),),
    ),
)


class Witness:
    """An engine that answers when it is told to."""

    def __init__(self) -> None:
        self.explained: list[tuple[str, Callable[[Explanation], None]]] = []
        self.blobs: list[tuple[str, Callable[[bytes], None]]] = []

    def explain(self, hop: str, then: Callable[[Explanation], None]) -> None:
        """Asked for a hop."""
        self.explained.append((hop, then))

    def blob(self, digest: str, then: Callable[[bytes], None]) -> None:
        """Asked for bytes."""
        self.blobs.append((digest, then))

    def answer(self) -> None:
        """Answer the newest question about a hop."""
        hop, then = self.explained[-1]
        then(
            Explanation(
                hop=hop,
                request=REQUEST,
                response=(Node(label="MSA", value="AA"),),
                request_text="PID",
                response_text="MSA: AA",
            )
        )


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def inspector(witness: Witness, qapp: object) -> InspectorModel:
    del qapp  # its timer needs an application
    return InspectorModel(witness)


def tell(inspector: InspectorModel, *events: Event) -> None:
    for entry in script.entries(*events):
        inspector.apply(entry)


def test_newest_hop_is_shown_once_it_is_quiet(inspector: InspectorModel, witness: Witness) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT), *script.played(script.ORDER))
    assert (inspector.empty, witness.explained) == (True, [])
    inspector.follow()  # what the timer does after 200 ms without a newer hop
    assert [hop for hop, _ in witness.explained] == ["order-1"]
    assert inspector.hop.title == "Radiology → Archive"


def test_explanation_fills_the_tree(inspector: InspectorModel, witness: Witness) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT))
    inspector.select("admit-1")
    assert (inspector.waiting, inspector.request.rows.rows) == (True, ())
    witness.answer()
    assert [(row.label, row.depth, row.told) for row in inspector.request.rows.rows] == [
        ("PID Patient Identification", 0, False),
        ("PID-3.1 ID Number", 1, True),
    ]
    assert not inspector.waiting


def test_response_is_the_other_side(inspector: InspectorModel, witness: Witness) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT))
    inspector.select("admit-1")
    witness.answer()
    inspector.show(Tab.RESPONSE)
    assert [row.label for row in inspector.response.rows.rows] == ["MSA"]
    assert inspector.text == "MSA: AA"


def test_selected_hop_stays(inspector: InspectorModel) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT))
    inspector.select("admit-1")
    tell(inspector, *script.played(script.STORE))
    assert (inspector.hop.transaction, inspector.pinned) == ("ITI-31", True)
    inspector.follow()
    assert (inspector.hop.transaction, inspector.pinned) == ("RAD-8", False)


def test_late_answer_for_another_hop_is_kept_not_shown(
    inspector: InspectorModel, witness: Witness
) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT), *script.played(script.STORE))
    inspector.select("admit-1")
    first = witness.explained[-1]
    inspector.select("store-1")
    hop, then = first
    then(Explanation(hop=hop, request=REQUEST, response=(), request_text="PID", response_text=""))
    assert inspector.request.rows.rows == ()
    inspector.select("admit-1")
    assert inspector.request.rows.rows[0].label == "PID Patient Identification"
    assert len(witness.explained) == 2


def test_picked_line_lights_its_bytes(inspector: InspectorModel, witness: Witness) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT))
    inspector.select("admit-1")
    witness.answer()
    assert witness.blobs == []  # a dozen megabytes that nobody has asked for
    assert inspector.asked == "12.7 MB"
    inspector.request.pick("0/0")
    assert {digest for digest, _ in witness.blobs} == {"ab" * 32, "cd" * 32}
    next(then for digest, then in witness.blobs if digest == "ab" * 32)(b"MSH|40213|rest")
    dump = inspector.request.dump
    assert (dump.size, dump.litRow, inspector.asked) == (14, 0, "")
    assert inspector.request.key == "0/0"


def test_many_bytes_come_when_they_are_asked_for(
    inspector: InspectorModel, witness: Witness
) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT))
    inspector.select("admit-1")
    witness.answer()
    inspector.fetch()
    assert len(witness.blobs) == 2


def test_few_bytes_come_by_themselves(inspector: InspectorModel, witness: Witness) -> None:
    ended = script.hop_ended(script.ADMIT)
    small = msgspec.structs.replace(ended.exchange, request_size=14)
    tell(inspector, script.started(), msgspec.structs.replace(ended, exchange=small))
    inspector.select("admit-1")
    assert len(witness.blobs) == 2


def test_both_sides_can_stand_beside_each_other(inspector: InspectorModel) -> None:
    assert not inspector.wide
    inspector.widen()
    assert inspector.wide


def test_a_visitor_is_told_the_storys_sentence(inspector: InspectorModel) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT))
    inspector.select("admit-1")
    assert inspector.hop.sentence == "The front desk told Radiology who she is."
    (number, name) = inspector.facts.rows
    assert (number.spoken, number.known) == ("the patient's number", "said here for the first time")
    assert (name.spoken, name.plain) == ("the patient's name", "Rosa Quill")


def test_refused_hop_says_why_and_what_to_do(inspector: InspectorModel) -> None:
    tell(inspector, script.started(), *script.played(script.STORE, script.REFUSED))
    inspector.selectCue("store")
    head = inspector.hop
    assert (head.outcome, head.status) == ("refused", "0xA700 Out of resources")
    assert head.words == "The archive has no room left. Free some disk space there, then try again."
    assert head.factsLine == "127.0.0.1:11112 · 12 ms · 12.7 MB out, 120 bytes back"


def test_facts_say_who_else_states_them(inspector: InspectorModel) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT), *script.played(script.STORE))
    inspector.select("store-1")
    assert [(row.value, row.seen) for row in inspector.facts.rows] == [
        ("40213", "in 2 exchanges: ITI-31, RAD-8"),
        ("Quill^Rosa", "in 2 exchanges: ITI-31, RAD-8"),
    ]


def test_picture_tab_exists_only_with_a_picture(inspector: InspectorModel) -> None:
    plain = script.hop_ended(script.ADMIT)
    shown = msgspec.structs.replace(script.hop_ended(script.STORE), picture="ef" * 32)
    tell(inspector, script.started(), plain, shown)
    inspector.select("store-1")
    inspector.show(Tab.PICTURE)
    assert (inspector.hop.hasPicture, inspector.hop.picture) == (True, "ef" * 32)
    inspector.select("admit-1")
    assert (inspector.hop.hasPicture, inspector.tab) == (False, Tab.REQUEST)


@pytest.mark.parametrize(
    ("media", "data", "words"),
    [
        ("text/xml", b"<ClinicalDocument/>", "<ClinicalDocument/>"),
        ("application/pdf", b"%PDF" * 500, "application/pdf, 2.0 kB"),
    ],
)
def test_document_is_text_or_named(
    inspector: InspectorModel, witness: Witness, media: str, data: bytes, words: str
) -> None:
    ended = msgspec.structs.replace(
        script.hop_ended(script.ADMIT), document="12" * 32, document_type=media
    )
    tell(inspector, script.started(), ended)
    inspector.select("admit-1")
    inspector.show(Tab.DOCUMENT)
    assert inspector.text == ""
    next(then for digest, then in witness.blobs if digest == "12" * 32)(data)
    assert inspector.text == words


def test_hop_that_never_left_says_so(inspector: InspectorModel) -> None:
    ended = script.hop_ended(script.STORE, script.SILENT)
    silent = msgspec.structs.replace(ended.exchange, request_size=0, response_size=0)
    tell(inspector, script.started(), msgspec.structs.replace(ended, exchange=silent))
    inspector.select("store-1")
    assert inspector.hop.factsLine == "127.0.0.1:11112 · 12 ms · Not a byte was exchanged."


def test_audit_does_not_push_a_hop_aside(inspector: InspectorModel) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT), script.audit())
    inspector.follow()
    assert inspector.hop.transaction == "ITI-31"


def test_a_new_run_closes_the_inspector(inspector: InspectorModel) -> None:
    tell(inspector, script.started(), *script.played(script.ADMIT))
    inspector.select("admit-1")
    tell(inspector, script.started(run="r2"))
    assert (inspector.empty, inspector.pinned) == (True, False)


def test_clinicians_see_what_they_have_words_for(
    inspector: InspectorModel, witness: Witness
) -> None:
    inspector.apply(script.entries(*script.played(script.ADMIT))[-2])
    inspector.follow()
    then = witness.explained[-1][1]
    pid = Node(
        label="PID",
        children=(
            Node(label="PID-5 Patient Name", value="Quill^Rosa", path="PID-5"),
            Node(label="PID-1 Set ID", value="1", path="PID-1"),
        ),
    )
    then(
        Explanation(
            hop="admit-1", request=(pid,), response=(), request_text="PID", response_text=""
        )
    )
    whole = len(inspector.request.rows.rows)
    inspector.deepen(InspectorModel.Depth.CLINICIAN)
    assert [(row.label, row.value) for row in inspector.request.rows.rows] == [
        ("Patient Name", "Rosa Quill")
    ]
    inspector.deepen(InspectorModel.Depth.ENGINEER)
    assert len(inspector.request.rows.rows) == whole == 3


def test_a_document_is_prose_for_clinicians_and_bytes_for_engineers(
    inspector: InspectorModel, witness: Witness
) -> None:
    ended = msgspec.structs.replace(
        script.hop_ended(script.ADMIT), document="12" * 32, document_type="text/xml"
    )
    tell(inspector, script.started(), ended)
    inspector.select("admit-1")
    body = Node(label="Text", children=(Node(label="1", value="No embolism."),))
    cda = Node(label="CDA document", value="CT report", children=(body,))
    witness.explained[-1][1](
        Explanation(hop="admit-1", request=(cda,), response=(), request_text="", response_text="")
    )
    inspector.show(Tab.DOCUMENT)
    next(then for digest, then in witness.blobs if digest == "12" * 32)(b"<ClinicalDocument/>")
    assert inspector.text == "<ClinicalDocument/>"
    inspector.deepen(InspectorModel.Depth.CLINICIAN)
    assert "No embolism." in str(inspector.text)
    assert inspector.narrative == inspector.text
