from showcase.transactions.catalogue import LONGEST_FACT, facts


def test_a_fact_is_bounded_and_an_unknown_transaction_states_nothing() -> None:
    name = b"x" * (LONGEST_FACT + 1)
    request = b"\x0bMSH|^~\\&|||||||ADT^A04|1|T|2.5\rPID|||1^^^A||" + name + b"^R\x1c\r"
    stated = facts("ITI-31", request, b"")
    assert [len(fact.value) for fact in stated] == [1, LONGEST_FACT]
    assert facts("ITI-0", request, b"") == ()
