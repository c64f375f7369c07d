"""Follow a value through the run."""

import msgspec

from showcase.model.fact import Fact, FactKind
from tests.ui import script
from ui.viewmodels.thread import Threads


def test_value_seen_once_is_no_thread() -> None:
    threads = Threads()
    hop = script.hop_ended(script.ADMIT)
    threads.note(hop)
    assert [row.seen for row in threads.rows(hop)] == ["", ""]


def test_thread_names_every_transaction_once() -> None:
    threads = Threads()
    hops = [script.hop_ended(script.ADMIT, hop=str(n)) for n in range(3)]
    for hop in (*hops, script.hop_ended(script.STORE)):
        threads.note(hop)
    assert threads.rows(hops[0])[0].seen == "in 4 exchanges: ITI-31, RAD-8"


def test_value_stated_twice_is_listed_once() -> None:
    hop = msgspec.structs.replace(
        script.hop_ended(script.ADMIT), facts=(*script.FACTS, *script.FACTS)
    )
    assert len(Threads().rows(hop)) == 2


def test_instances_are_too_many_to_list() -> None:
    fact = Fact(kind=FactKind.INSTANCE, value="1.2.3", path="(0008,0018)")
    hop = msgspec.structs.replace(script.hop_ended(script.STORE), facts=(fact,))
    assert Threads().rows(hop) == ()
