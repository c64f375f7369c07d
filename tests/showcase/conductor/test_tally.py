import msgspec

from showcase.conductor.tally import Tally
from showcase.model.exchange import Outcome, Verdict
from showcase.model.fact import Fact, FactKind
from showcase.model.system import System
from showcase.standins.book import Book
from tests.showcase.conductor.players import hop_ended, programme

VENDOR = System(key="acme", stand_in=False)


def book(**vendors: System) -> Book:
    story = programme()
    return Book(story, {role.key: System(key=role.key) for role in story.roles}, vendors)


def accession(value: str) -> tuple[Fact, ...]:
    return (Fact(kind=FactKind.ACCESSION, value=value, path=""),)


def test_audit_records_are_no_hops_of_the_story() -> None:
    tally = Tally("r1", book())
    tally.add(hop_ended("ITI-31", "desk", "ehr"), astray=False)
    tally.add(hop_ended("ITI-20", "desk", "index"), astray=False)
    refused = hop_ended("RAD-2", "ehr", "ris", verdict=Verdict(outcome=Outcome.REFUSED))
    tally.add(refused, astray=False)
    ended = tally.ending(finished=True, held=True, seconds=1.0)
    assert (ended.hops, ended.acknowledged, ended.refused, ended.failed) == (2, 1, 1, 0)


def test_hop_that_went_astray_proves_nothing() -> None:
    tally = Tally("r1", book())
    tally.add(hop_ended("RAD-4", "ris", "index", facts=accession("A2")), astray=False)
    tally.add(hop_ended("RAD-8", "desk", "index", hop="x", facts=accession("A1")), astray=True)
    tally.add(hop_ended("RAD-8", "desk", "index", facts=accession("A2")), astray=False)
    ended = tally.ending(finished=True, held=True, seconds=1.0)
    (proof,) = [each for each in ended.proofs if "accession number" in each.claim]
    assert proof.holds


def test_audit_is_owed_by_whoever_played_the_role_then() -> None:
    played = book(ehr=VENDOR)
    tally = Tally("r1", played)
    tally.add(hop_ended("ITI-31", "desk", "ehr"), astray=False)
    sent = hop_ended("ITI-20", "desk", "index", verdict=Verdict(outcome=Outcome.SENT))
    exchange = msgspec.structs.replace(sent.exchange, request="digest")
    tally.add(msgspec.structs.replace(sent, exchange=exchange), astray=False)
    played.take_over("ehr")
    ended = tally.ending(finished=True, held=True, seconds=1.0, kept=tally.audits)
    assert [proof.holds for proof in ended.proofs] == [True]
