from io import StringIO

import pytest
from rich.console import Console

from showcase.cli.doors import print_doors, reach
from showcase.model.system import Endpoints, Mllp, Soap, System
from showcase.standins.book import Book
from tests.showcase.conductor.players import cue, programme

ENDS = Endpoints(
    hl7v2=Mllp(host="127.0.0.1", port=21010, application="EHR", facility="ALBA"),
    soap=Soap(urls={"ITI-18": "http://127.0.0.1:21012/xds/stored-query"}),
)


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch) -> Book:
    monkeypatch.setattr("showcase.wire.addresses.addresses", lambda: ("192.0.2.7", "10.0.0.9"))
    story = programme(cue("admit", "ITI-31", "desk", "ehr"), roles="desk ehr")
    book = Book(story, {"ehr": System(key="ehr", endpoints=ENDS)}, {})
    book.interface = "0.0.0.0"
    return book


@pytest.mark.parametrize("json", [False, True])
def test_what_is_printed_can_be_entered(
    book: Book, capsys: pytest.CaptureFixture[str], *, json: bool
) -> None:
    there = StringIO()
    print_doors(book, (), Console(file=there, width=120), json=json)
    told = there.getvalue() + capsys.readouterr().out
    assert "192.0.2.7" in told
    assert "http://192.0.2.7:21012/xds/stored-query" in told
    assert "0.0.0.0" not in told
    assert "127.0.0.1" not in told


def test_it_is_told_from_where_one_gets_there(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "may reach this machine at 10.0.0.9" in reach(book.interface)
    assert "--host 0.0.0.0 lets the network in" in reach("127.0.0.1")
    assert reach("192.0.2.7") == "Whoever reaches 192.0.2.7 reaches these."
    monkeypatch.setattr("showcase.wire.addresses.addresses", lambda: ())
    assert "is in no network" in reach(book.interface)
