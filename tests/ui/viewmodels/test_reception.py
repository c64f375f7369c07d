"""Who may come in, who is there, and the strangers before the door."""

from collections.abc import Callable

import msgspec

from showcase.model.callers import CallerAtPort, OpenPort, Reception, Stranger, UnknownCaller
from tests.ui import script
from ui.viewmodels.reception import PortRow, ReceptionModel, StrangerRow, UnknownRow
from ui.viewmodels.settings import Forgetful

SEEN = Reception(
    open_house=False,
    ports=(
        OpenPort(
            role="archive",
            title="Archive",
            protocol="dicom",
            address="0.0.0.0:21041",
            callers=(
                CallerAtPort(address="127.0.0.1", times=40, seconds=9.0),
                CallerAtPort(
                    address="10.4.0.21", system="Acme", connections=1, times=2, seconds=1.0
                ),
            ),
        ),
        OpenPort(
            role="ris", title="Radiology", protocol="hl7v2", address="0.0.0.0:21020", tap=True
        ),
    ),
    unknown=(
        UnknownCaller(address="10.4.0.40", calls_itself="CT_ROOM"),
        UnknownCaller(address="10.4.0.41", name="Acme"),
    ),
    strangers=(
        Stranger(address="10.4.0.9", admitted=False),
        Stranger(address="10.4.0.33", name="STORESCU", wants=("archive dicom",)),
    ),
)


class FakePorter:
    def __init__(self) -> None:
        self.said: list[str] = []
        self.asked = 0

    def reception(self, then: Callable[[Reception], None]) -> None:
        self.asked += 1
        then(SEEN)

    def judge(self, caller: str, name: str, admitted: bool) -> None:
        self.said.append(f"{caller} {name} {admitted}")

    def name(self, address: str, name: str) -> None:
        self.said.append(f"{address} is {name}")

    def open_house(self, everybody: bool, interface: str) -> None:
        self.said.append(f"open {everybody} {interface}")


def _model() -> tuple[ReceptionModel, FakePorter]:
    porter = FakePorter()
    model = ReceptionModel(porter)
    model.refresh()
    return model, porter


def test_a_port_tells_who_is_there_the_newest_first() -> None:
    model, _ = _model()
    assert model._ports.rows == (
        PortRow(
            address="0.0.0.0:21041",
            title="Archive",
            protocol="DICOM",
            callers="Acme (2)  this machine (40)",
            busy=True,
        ),
        PortRow(
            address="0.0.0.0:21020",
            title="Radiology, tapped",
            protocol="HL7 v2",
            callers="",
            busy=False,
        ),
    )


def test_who_waits_comes_first_and_has_a_card() -> None:
    model, _ = _model()
    waits = StrangerRow(
        address="10.4.0.33",
        name="STORESCU",
        who="10.4.0.33 · STORESCU",
        wants="Archive · DICOM",
        judged="",
        admitted=False,
    )
    gone = StrangerRow(
        address="10.4.0.9", name="", who="10.4.0.9", wants="", judged="turned away", admitted=False
    )
    assert model._strangers.rows == (waits, gone)
    assert model._knocking.rows == (waits,)
    assert model.summary == "2 open ports, one caller waits"


def test_staff_judge() -> None:
    model, porter = _model()
    model.judge("10.4.0.33", "STORESCU", True)
    assert porter.said == ["10.4.0.33 STORESCU True"]


def test_who_is_drawn_by_address_can_be_named() -> None:
    model, porter = _model()
    assert model._unknown.rows == (
        UnknownRow(address="10.4.0.40", says="CT_ROOM", named=""),
        UnknownRow(address="10.4.0.41", says="", named="Acme"),
    )
    model.name("10.4.0.40", " CT_ROOM ")
    assert porter.said == ["10.4.0.40 is CT_ROOM"]


def test_whoever_is_new_is_asked_about_and_nobody_else() -> None:
    model, porter = _model()
    model.apply(script.entries(script.started())[0])
    asked = porter.asked
    for sender, more in (("desk", 0), ("10.4.0.40", 0), ("Acme", 0), ("10.4.0.99", 1)):
        hop = msgspec.structs.replace(script.hop_started(script.ADMIT), sender=sender)
        model.apply(script.entries(hop)[0])
        assert porter.asked == asked + more
        asked = porter.asked


def test_the_door_is_closed_until_staff_open_it_and_stays_as_they_left_it() -> None:
    store, porter = Forgetful(), FakePorter()
    ReceptionModel(porter, store).greet()
    assert porter.said == ["open False "]
    model = ReceptionModel(porter, store)
    model.openNetwork(True)
    model.openHouse(True)
    assert porter.said[-1] == "open True 0.0.0.0"
    ReceptionModel(porter, store).greet()
    assert porter.said[-1] == "open True 0.0.0.0"
