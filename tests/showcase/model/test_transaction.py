import pytest

from showcase.model.transaction import Family, family_of_carrier


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("ADT^A08", Family.HL7V2),
        ("HL7", Family.HL7V2),
        ("C-ECHO", Family.DICOM),
        ("N-GET", Family.DICOM),
        ("A-ASSOCIATE", Family.DICOM),
        ("GET /about", Family.XDS),
        ("?", Family.XDS),
    ],
)
def test_carrier_tells_the_family(name: str, family: Family) -> None:
    assert family_of_carrier(name) is family
