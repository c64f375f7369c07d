"""Which standard carries a transaction, before its first byte."""

import msgspec
import pytest

from showcase.model.transaction import Family, Transaction
from showcase.transactions.catalogue import CATALOGUE
from tests.ui import script
from ui.viewmodels.families import families_of, family_of


@pytest.mark.parametrize("transaction", CATALOGUE.values(), ids=CATALOGUE)
def test_family_is_the_catalogues(transaction: Transaction) -> None:
    assert family_of(transaction.id) is transaction.family


def test_unknown_radiology_transaction_is_drawn_as_dicom() -> None:
    assert family_of("RAD-999") is Family.DICOM


def test_a_carrier_is_drawn_as_its_family() -> None:
    names = ("ADT^A08", "C-ECHO", "GET /about")
    assert [family_of(name) for name in names] == [Family.HL7V2, Family.DICOM, Family.XDS]


def test_a_story_is_told_in_the_families_of_its_cues_and_of_its_audit_trail() -> None:
    programme = script.PROGRAMME
    assert families_of(programme) == [Family.HL7V2, Family.DICOM, Family.AUDIT]
    unseen = msgspec.structs.replace(programme, roles=programme.roles[:1])
    assert families_of(unseen) == [Family.HL7V2, Family.DICOM]


def test_where_there_are_no_cues_anything_may_come() -> None:
    assert families_of(msgspec.structs.replace(script.PROGRAMME, scenes=())) == list(Family)
