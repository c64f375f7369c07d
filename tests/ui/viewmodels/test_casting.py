"""The cast page, with real files behind it."""

from pathlib import Path

import pytest

from showcase.model.readiness import Check, CheckState, Job
from tests.showcase.story.test_logo import png
from tests.ui import script
from tests.ui.cast_still import full
from tests.ui.fake_caster import FakeCaster
from ui.viewmodels.casting import CastingModel
from ui.viewmodels.casting_rows import FieldRow, GroupRow

STORY = "chest-pain"


class Page:
    """The page, and somebody at it."""

    def __init__(self, folder: Path) -> None:
        self.caster = FakeCaster(folder)
        self.model = CastingModel(self.caster)
        self.chosen: list[str] = []
        self.model.chosen.connect(self.chosen.append)
        self.model.open(STORY)

    def fresh(self, role: str = "archive") -> None:
        self.model.show(role)
        self.model.fresh()

    def enter(self, **values: str) -> None:
        for at, text in values.items():
            self.model.enter(at.replace("__", ".").replace("_ITI_", "ITI-"), text)

    def acme(self) -> None:
        self.fresh()
        self.enter(vendor="Acme Imaging", dicom__host="10.4.0.21", dicom__port="104")
        self.enter(dicom__ae_title="ACME")

    def group(self, key: str) -> GroupRow:
        found: GroupRow = next(each for each in self.model.groups.rows if each.key == key)
        return found

    def field(self, at: str) -> FieldRow:
        rows = [row for group in self.model.groups.rows for row in group.fields.rows]
        found: FieldRow = next(each for each in rows if each.at == at)
        return found

    def results(self, key: str) -> list[tuple[str, str, str]]:
        rows = self.group(key).results.rows
        return [(each.outcome, each.words, each.owner) for each in rows]

    def text(self) -> str:
        return Path(self.caster.cast).read_text("utf-8")


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(tmp_path / "casts")


def check(state: CheckState, question: str, words: str, job: Job | None = None) -> Check:
    return Check(
        role="archive",
        system="Acme",
        subject="DICOM",
        question=question,
        address="h:1",
        state=state,
        words=words,
        remedy="Do." if job else "",
        job=job,
    )


def test_at_first_stand_ins_play_all(page: Page) -> None:
    assert {each.badge for each in page.model.roles.rows} == {"stand-in"}
    assert [each.title for each in page.model.casts.rows if each.shown] == ["Stand-ins only"]
    assert page.model.groups.rows == ()
    assert not page.model.named


def test_a_new_system_asks_first_for_what_its_role_needs_most(page: Page) -> None:
    page.fresh()
    assert [each.key for each in page.model.groups.rows] == [
        "system",
        "dicom",
        "hl7v2",
        "card",
        "more",
    ]
    page.fresh("repository")
    assert [each.key for each in page.model.groups.rows] == ["system", "soap", "card", "more"]
    assert [each.at for each in page.group("soap").fields.rows] == ["soap.ITI-41", "soap.ITI-43"]
    page.fresh("audit")
    assert [each.key for each in page.model.groups.rows] == ["system", "syslog", "card", "more"]


def test_what_is_missing_is_said_calmly(page: Page) -> None:
    page.fresh()
    assert page.model.pending == "Not in the cast yet. Still missing: Vendor."
    page.enter(vendor="Acme Imaging")
    assert page.model.pending == "Not in the cast yet. Still missing: an address."
    page.enter(dicom__host="10.4.0.21")
    assert page.model.pending == "Not in the cast yet. Still missing: Port, AE title."
    assert not any(each.fault for each in page.group("dicom").fields.rows)
    assert page.caster.cast == ""


def test_five_entries_make_a_cast_that_is_played_from_now_on(page: Page) -> None:
    page.acme()
    assert page.model.pending == ""
    assert page.text() == (
        "format: 1\n"
        "title: Morning\n"
        "systems:\n"
        "  acme-imaging:\n"
        "    vendor: Acme Imaging\n"
        "    dicom: {host: 10.4.0.21, port: 104, ae_title: ACME}\n"
        "    takes: [RAD-8, RAD-10, RAD-14, RAD-16]\n"
        "roles:\n"
        "  archive: acme-imaging\n"
    )
    assert page.chosen == [page.caster.cast]
    badges = {each.role: (each.badge, each.player) for each in page.model.roles.rows}
    assert badges["archive"] == ("assisted", "Acme Imaging")
    assert [each.transaction for each in page.model.takes.rows if not each.taken] == ["RAD-4"]


def test_names_of_hl7_follow_from_the_maker(page: Page) -> None:
    page.fresh("ehr")
    page.enter(vendor="Northwind Health", hl7v2__host="10.4.0.17", hl7v2__port="2575")
    line = "hl7v2: {host: 10.4.0.17, port: 2575, application: NORTHWIND, facility: ALBA}"
    assert line in page.text()


def test_a_second_protocol_is_at_the_same_host(page: Page) -> None:
    page.acme()
    page.enter(hl7v2__port="2575")
    assert "hl7v2: {host: 10.4.0.21, port: 2575, application: ACME, facility: ALBA}" in page.text()
    assert "takes" not in page.text()


def test_a_fault_stands_at_its_field_and_nothing_is_written(page: Page) -> None:
    page.acme()
    before = page.text()
    page.enter(dicom__port="99999")
    assert page.field("dicom.port").fault == ("Port is larger than 65535. Write 65535 or less.")
    assert page.field("dicom.port").text == "99999"
    assert page.model.pending == "Not saved yet. Look at what is marked below."
    assert page.text() == before
    page.enter(dicom__port="105")
    assert page.model.pending == ""
    assert "port: 105" in page.text()


def test_two_of_one_name_get_two_keys(page: Page) -> None:
    page.acme()
    page.fresh("ct")
    page.enter(vendor="Acme Imaging", dicom__host="10.4.0.22", dicom__port="104")
    page.enter(dicom__ae_title="ACME_CT")
    assert "ct: acme-imaging-2" in page.text()


def test_a_role_is_given_by_one_press_and_back(page: Page) -> None:
    page.acme()
    page.model.play("")
    assert "roles" not in page.text()
    assert [(each.title, each.plays) for each in page.model.players.rows] == [
        ("Stand-in", True),
        ("Acme Imaging", False),
    ]
    page.model.play("acme-imaging")
    assert "archive: acme-imaging" in page.text()


def test_a_transaction_is_left_to_the_stand_in(page: Page) -> None:
    page.acme()
    page.model.take("RAD-14")
    assert "takes: [RAD-8, RAD-10, RAD-16]" in page.text()
    page.model.take("RAD-14")
    assert "takes: [RAD-8, RAD-10, RAD-14, RAD-16]" in page.text()


def test_tls_is_a_choice_and_a_file(page: Page) -> None:
    page.acme()
    page.model.pick("dicom.tls", 2)
    assert "ae_title: ACME, tls: true}" in page.text()
    page.model.pick("dicom.tls", 3)
    assert page.model.pending == "Not saved yet. Still missing: Certificate, PEM."
    assert page.field("dicom.tls.ca").text == ""
    page.model.pick("dicom.tls", 0)
    assert page.model.pending == ""
    assert "ae_title: ACME}" in page.text()


def test_transfer_syntaxes_are_marked(page: Page) -> None:
    page.acme()
    page.model.mark("dicom.transfer_syntaxes", "Implicit VR Little Endian")
    assert "transfer_syntaxes: [Implicit VR Little Endian]" in page.text()
    assert page.field("dicom.transfer_syntaxes").marks == (False, True, False, False, False)
    page.model.mark("dicom.transfer_syntaxes", "Implicit VR Little Endian")
    assert "transfer_syntaxes" not in page.text()


def test_a_logo_is_brought(page: Page, tmp_path: Path) -> None:
    page.acme()
    file = tmp_path / "acme.png"
    file.write_bytes(png())
    page.model.bring("logo", file.as_uri())
    assert "logo: acme.png" in page.text()
    assert page.field("logo").picture
    (tmp_path / "bad.png").write_bytes(b"GIF89a")
    page.model.bring("logo", str(tmp_path / "bad.png"))
    assert page.model.trouble.startswith("“bad.png” is neither PNG nor well-formed SVG.")
    page.model.bring("logo", str(tmp_path / "nowhere.png"))
    assert page.model.trouble == "“nowhere.png” cannot be read: No such file or directory."


def test_a_test_asks_one_address_and_says_whose_job_it_is(page: Page) -> None:
    page.acme()
    page.model.test("DICOM")
    (asked,) = page.caster.asked
    assert asked == (page.caster.cast, STORY, "archive", "DICOM")
    assert page.model.asking
    assert page.results("dicom") == [("busy", "Asking …", "")]
    page.caster.answer(
        [
            check(CheckState.READY, "port", "Somebody listens there."),
            check(CheckState.FAILED, "answer", "It is shut.", Job.VENDOR),
        ]
    )
    assert page.results("dicom") == [("failed", "It is shut.", "the vendor's engineer")]
    page.model.test("DICOM")
    page.caster.answer([check(CheckState.READY, "answer", "Answers C-ECHO of CT.")])
    assert page.results("dicom") == [("ready", "Answers C-ECHO of CT.", "")]
    assert not page.model.asking


def test_what_is_not_written_is_not_asked(page: Page) -> None:
    page.fresh()
    page.enter(vendor="Acme", dicom__host="h")
    page.model.test("DICOM")
    assert page.caster.asked == []
    assert page.results("dicom") == [
        ("failed", "Not in the cast yet. Still missing: Port, AE title.", "")
    ]


def test_a_test_can_be_stopped(page: Page) -> None:
    page.acme()
    page.model.test("DICOM")
    page.model.cancel()
    assert page.caster.cancelled == 1
    assert not page.model.asking
    assert page.results("dicom") == []


def test_a_cast_is_chosen_by_one_press(page: Page) -> None:
    afternoon = full(page.caster.folder, "Afternoon")
    page.model.choose(str(afternoon))
    assert page.chosen == [str(afternoon)]
    assert sum(each.badge == "vendor" for each in page.model.roles.rows) > 5
    page.model.choose("")
    assert page.chosen[-1] == ""
    assert {each.badge for each in page.model.roles.rows} == {"stand-in"}


def test_during_a_run_the_cast_stays(page: Page) -> None:
    page.model.apply(script.entries(script.started())[0])
    assert page.model.underWay
    page.caster.refusal = "A tour is under way."
    page.model.choose(str(full(page.caster.folder)))
    assert page.chosen == []
    assert page.model.trouble == "A tour is under way."
    assert [each.title for each in page.model.casts.rows if each.shown] == ["Stand-ins only"]
    page.model.apply(script.entries(script.ended())[0])
    assert not page.model.underWay


def test_a_new_cast_has_a_name_of_its_own(page: Page) -> None:
    page.model.create()
    assert page.model.title == "Morning"
    page.model.create()
    assert page.model.title == "Afternoon"
    page.model.rename("Evening")
    assert "title: Evening" in page.text()
    titles = {each.title for each in page.model.casts.rows}
    assert {"Morning", "Evening", "Orthanc plays the archive"} < titles


def test_our_own_address_is_a_matter_of_the_cast(page: Page) -> None:
    assert page.model.secluded
    page.model.listenAt("10.4.0.5")
    assert not page.model.secluded
    assert page.model.host == "10.4.0.5"
    page.model.show("archive")
    assert "10.4.0.5 : 21031" in {each.address for each in page.model.peers.rows}


def test_a_faulty_file_says_what_and_where(page: Page) -> None:
    page.caster.folder.mkdir()
    file = page.caster.folder / "a.yaml"
    file.write_text("format: 1\ntitle: A\nsystems: {a: {vendor: A, deadline: -1}}\n")
    page.model.open(STORY)
    page.model.choose(str(file))
    assert page.chosen == []
    assert page.model.trouble.startswith("Line 3: `deadline`")
    (row,) = [each for each in page.model.casts.rows if each.faulty]
    assert (row.title, row.detail) == ("A", "needs mending")


def test_a_fault_that_belongs_to_no_field_is_told_as_well(page: Page) -> None:
    page.acme()
    page.fresh("ct")
    page.enter(vendor="Other", dicom__host="10.4.0.22", dicom__port="104")
    page.enter(dicom__ae_title="ACME")
    assert page.field("dicom.ae_title").fault.startswith("the AE title `ACME` is taken in line")
    page.model.show("archive")
    page.model.enter("soap.ITI-41", "http://10.4.0.21/x")
    page.model.enter("tls", "true")
    assert page.model.pending.startswith("Not saved yet. ")


def test_roles_are_called_as_the_window_speaks(page: Page) -> None:
    page.caster.told_in = "de"
    page.model.open(STORY)
    assert "Bildarchiv" in {each.title for each in page.model.roles.rows}


def test_a_system_leaves_the_cast_and_all_its_roles(page: Page) -> None:
    page.acme()
    assert page.model.removable == "Acme Imaging"
    page.model.remove()
    assert page.text() == "format: 1\ntitle: Morning\n"
    assert page.model.removable == ""
    assert [each.title for each in page.model.players.rows] == ["Stand-in"]


def test_what_two_roles_take_is_one_list(page: Page) -> None:
    page.acme()
    page.model.show("ct")
    page.model.play("acme-imaging")
    page.model.take("RAD-5")
    line = next(each for each in page.text().splitlines() if "takes" in each)
    assert "RAD-14" in line
    assert "RAD-5" not in line


def test_what_was_typed_waits_for_who_comes_back(page: Page) -> None:
    page.fresh()
    page.enter(vendor="Acme", dicom__host="h")
    page.model.open(STORY)
    page.model.show("archive")
    assert page.field("dicom.host").text == "h"
    assert page.model.isFresh


def test_urls_of_another_role_stay_in_sight(page: Page) -> None:
    page.model.choose(str(full(page.caster.folder)))
    page.model.show("archive")
    assert [each.at for each in page.group("soap").fields.rows] == ["soap.ITI-18", "soap.ITI-42"]
