from showcase.api.parts import parts_of, ports_of
from showcase.model.system import Dicom, Endpoints, Mllp, Soap, Syslog, System
from showcase.story.cast import Cast
from tests.showcase.conductor.players import cue, programme

STORY = programme(cue("admit", "ITI-31", "desk", "ehr"))


def test_ports_are_told_by_protocol() -> None:
    ends = Endpoints(
        hl7v2=Mllp(host="127.0.0.1", port=1, application="A", facility="F"),
        dicom=Dicom(host="127.0.0.1", port=2, ae_title="A"),
        soap=Soap(urls={"ITI-18": "http://127.0.0.1:3/registry"}),
        syslog=Syslog(host="127.0.0.1", port=4),
    )
    found = ports_of(System(key="a", endpoints=ends))
    assert found == {"hl7v2": 1, "dicom": 2, "soap": 3, "syslog": 4}


def test_stand_in_listens_where_it_did() -> None:
    usual = parts_of(STORY, Cast())["ehr"].listening.ports
    moved = parts_of(STORY, Cast(), ports={"ehr": {"hl7v2": 40001}})
    assert moved["ehr"].listening.ports == usual | {"hl7v2": 40001}
    assert moved["desk"].listening.ports == parts_of(STORY, Cast())["desk"].listening.ports
