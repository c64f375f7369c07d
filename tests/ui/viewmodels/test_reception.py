"""Who may come in, who is there, and the strangers before the door."""

from collections.abc import Callable

from showcase.model.callers import CallerAtPort, OpenPort, Reception, Stranger
from ui.viewmodels.reception import PortRow, ReceptionModel, StrangerRow
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
    strangers=(
        Stranger(address="10.4.0.9", admitted=False),
        Stranger(address="10.4.0.33", name="STORESCU", wants=("archive dicom",)),
    ),
)


class FakePorter:
    def __init__(self) -> None:
        self.said: list[str] = []

    def reception(self, then: Callable[[Reception], None]) -> None:
        then(SEEN)

    def judge(self, caller: str, name: str, admitted: bool) -> None:
        self.said.append(f"{caller} {name} {admitted}")

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
