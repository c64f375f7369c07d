"""Who plays what."""

from showcase.model.events import Event, RolePassed
from showcase.model.system import Dicom, Endpoints, Mllp, Soap, System
from tests.ui import script
from ui.viewmodels.cast import CastModel, CastRow


def cast(*events: Event) -> CastModel:
    model = CastModel(script.Pressed())
    for entry in script.entries(*events):
        model.apply(entry)
    return model


def row(model: CastModel, role: str) -> CastRow:
    found: CastRow = next(each for each in model.rows.rows if each.role == role)
    return found


def test_every_role_has_a_line() -> None:
    assert [each.title for each in cast(script.started()).rows.rows] == [
        "Front desk",
        "Radiology",
        "CT scanner",
        "Archive",
        "Audit trail",
    ]


def test_vendor_with_part_of_a_role_is_assisted() -> None:
    line = row(cast(script.started()), "archive")
    assert (line.player, line.badge) == ("Orthanc 1.10", "assisted")
    assert line.addresses == "DICOM ORTHANC 10.4.0.21:4242"


def test_our_own_addresses_leave_this_machine_out() -> None:
    model = cast(script.started())
    assert row(model, "ris").addresses == "HL7 v2 :2575   DICOM RIS :11112"
    assert row(model, "ct").addresses == "SOAP :8080"
    assert row(model, "audit").addresses == "Syslog :1514/6514"
    assert row(model, "desk").addresses == "only sends"


def test_a_host_is_named_once_and_a_port_that_goes_without_saying_is_said() -> None:
    system = System(
        key="x",
        vendor="Acme",
        stand_in=False,
        endpoints=Endpoints(
            hl7v2=Mllp(host="10.4.0.13", port=2575, application="X", facility="ALBA"),
            dicom=Dicom(host="10.4.0.13", port=104, ae_title="READING"),
            soap=Soap(urls={"ITI-18": "http://[2001:db8::7]/q"}),
        ),
    )
    model = cast(script.started(), RolePassed(run="r1", role="ct", system=system))
    assert row(model, "ct").addresses == (
        "HL7 v2 10.4.0.13:2575   DICOM READING :104   SOAP [2001:db8::7]:80"
    )


def test_a_role_that_passed_changes_hands() -> None:
    model = cast(
        script.started(), RolePassed(run="r1", role="archive", system=System(key="archive"))
    )
    assert row(model, "archive").badge == "stand-in"
    assert model.summary == "Stand-ins play all 5"


def test_whole_vendor_is_called_vendor() -> None:
    system = System(key="x", vendor="Acme", stand_in=False)
    model = cast(script.started(), RolePassed(run="r1", role="ct", system=system))
    assert row(model, "ct").badge == "vendor"
    assert model.summary == "Vendors play 2 of 5"


def test_clear_empties_the_cast() -> None:
    model = cast(script.started())
    model.clear()
    assert (model.rows.rows, model.summary) == ((), "")


def test_vendor_can_be_replaced_and_take_its_role_back() -> None:
    pressed = script.Pressed()
    model = CastModel(pressed)
    for entry in script.entries(
        script.started(), RolePassed(run="r1", role="archive", system=System(key="archive"))
    ):
        model.apply(entry)
    line = row(model, "archive")
    assert (line.passable, line.relieved) == (False, True)
    assert not row(model, "ris").relieved
    model.standIn("ct")
    model.giveBack("archive")
    assert pressed.verbs == ["stand-in ct", "give-back archive"]
