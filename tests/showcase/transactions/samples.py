"""An order and a report that the tests of several transactions use."""

from showcase.protocols.hl7v2.order import ImagingOrder
from showcase.transactions.rad28 import ImagingReport

ORDER = ImagingOrder(
    placer_number="P1",
    filler_number="F1",
    code="CTTHOR",
    code_text="CT of the chest",
    code_scheme="ALBA",
    reason="Chest pain & dyspnoea",
    requester="Hale^Iris",
    accession="A1",
    study="2.25.1",
    procedure_id="RP1",
    step_id="SPS1",
    modality="CT",
    start="20261124103015",
)

REPORT = ImagingReport(
    accession="A1",
    study="2.25.1",
    title="CT of the chest",
    text="No embolism.\n\nHeart | lungs ~ normal.",
    author="Moor^Ada",
    written="20261124113000",
    procedure_id="RP1",
    placer_number="P1",
    code=("CTTHOR", "ALBA"),
)
