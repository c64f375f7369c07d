"""Which standard carries a transaction, before its first byte."""

import pytest

from showcase.model.transaction import Family, Transaction
from showcase.transactions.catalogue import CATALOGUE
from ui.viewmodels.families import family_of


@pytest.mark.parametrize("transaction", CATALOGUE.values(), ids=CATALOGUE)
def test_family_is_the_catalogues(transaction: Transaction) -> None:
    assert family_of(transaction.id) is transaction.family


def test_unknown_radiology_transaction_is_drawn_as_dicom() -> None:
    assert family_of("RAD-999") is Family.DICOM


def test_a_carrier_is_drawn_as_its_family() -> None:
    names = ("ADT^A08", "C-ECHO", "GET /about")
    assert [family_of(name) for name in names] == [Family.HL7V2, Family.DICOM, Family.XDS]
