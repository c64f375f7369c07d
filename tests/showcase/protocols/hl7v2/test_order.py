from showcase.protocols.hl7v2.codec import decode
from showcase.protocols.hl7v2.compose import compose, segment
from showcase.protocols.hl7v2.header import msh
from showcase.protocols.hl7v2.order import ImagingOrder, obr, orc, read_order
from tests.showcase.protocols.hl7v2.samples import envelope

ORDER = ImagingOrder(
    placer_number="P1",
    filler_number="F1",
    code="CT",
    code_text="CT of the chest",
    code_scheme="ALBA",
    reason="Chest pain | dyspnoea",
    requester="Hale^Iris",
    start="20261124103015",
)


def test_order_survives_the_wire() -> None:
    header = msh(envelope(), ("ORM", "O01", "ORM_O01"), "2.3.1")
    raw = compose((header, orc(ORDER, envelope(), "NW"), segment("OBR", obr(ORDER)))).raw
    assert read_order(decode(raw).groups("ORC")[0]) == ORDER


def test_sloppy_order_is_understood() -> None:
    fields = {2: "P7^EHR", 3: "F7^RIS", 4: "CT^Chest", 16: "1^Hale^Iris", 31: "pain"}
    fields[27] = "^^^202611241030+0100^^S"
    line = "|".join(["OBR", *(fields.get(n, "") for n in range(1, 32))])
    order = read_order(decode(f"MSH|^~\\&|A|B\rORC|NW\r{line}\r".encode()).groups("ORC")[0])
    assert (order.placer_number, order.filler_number) == ("P7", "F7")
    assert order.requester == "Hale^Iris"
    assert order.start == "202611241030"
    assert order.reason == "pain"


def test_empty_group_is_an_empty_order() -> None:
    assert read_order(decode(b"MSH|^~\\&|A|B\r")) == ImagingOrder(placer_number="")
