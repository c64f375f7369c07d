"""Which of several lines are chosen."""

from ui.viewmodels.selection import Selection

ORDER = ("a", "b", "c", "d")


def test_one_by_one() -> None:
    chosen = Selection()
    chosen.toggle("c")
    chosen.toggle("a")
    assert chosen.ordered(ORDER) == ("a", "c")
    chosen.toggle("c")
    assert ("c" in chosen, len(chosen)) == (False, 1)


def test_from_the_last_to_this_one_either_way() -> None:
    chosen = Selection()
    chosen.toggle("c")
    chosen.reach("a", ORDER)
    assert chosen.ordered(ORDER) == ("a", "b", "c")
    chosen.reach("d", ORDER)
    assert len(chosen) == 4


def test_without_a_beginning_a_reach_is_a_choice() -> None:
    chosen = Selection()
    chosen.reach("b", ORDER)
    assert chosen.ordered(ORDER) == ("b",)


def test_all_and_none() -> None:
    chosen = Selection()
    chosen.all(ORDER)
    assert chosen.ordered(ORDER) == ORDER
    chosen.clear()
    assert len(chosen) == 0
