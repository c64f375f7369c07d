import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import config
from pydicom.valuerep import validate_value

from showcase.protocols.dicom import fitting

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=100)


@given(ANY)
def test_any_text_becomes_one_value(text: str) -> None:
    fitted = fitting.line(text)
    assert "\\" not in fitted
    validate_value("LO", fitted, config.RAISE)


@given(ANY, ANY)
def test_any_name_has_its_two_components(family: str, given_name: str) -> None:
    fitted = fitting.person_name(family, given_name)
    assert fitted.count("^") == 1
    assert "=" not in fitted
    validate_value("PN", fitted, config.RAISE)


def test_what_fits_stays_as_it_is() -> None:
    assert fitting.line("CT of the chest, 2nd") == "CT of the chest, 2nd"
    assert fitting.person_name("van der Quill", "Rosa") == "van der Quill^Rosa"
    assert fitting.line("Pain since \\E\\ 3 h\nacute") == "Pain since /E/ 3 h acute"


@pytest.mark.parametrize(
    ("text", "date"), [("19610402", "19610402"), ("1961", ""), ("1961-04-", ""), ("", "")]
)
def test_part_of_a_date_is_none(text: str, date: str) -> None:
    assert fitting.date(text) == date


@pytest.mark.parametrize(
    ("text", "sex"), [("F", "F"), ("M", "M"), ("O", "O"), ("A", "O"), ("U", ""), ("N", "")]
)
def test_sex_is_one_that_dicom_has(text: str, sex: str) -> None:
    assert fitting.sex(text) == sex
