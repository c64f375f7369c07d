"""When a press of GO or Esc counts."""

from tests.ui.script import Jumpable
from ui.viewmodels.go import EscKey, GoKey


def test_go_counts_when_the_key_comes_up() -> None:
    key = GoKey(Jumpable().monotonic)
    key.press()
    assert key.release()


def test_key_held_ten_seconds_is_one_go() -> None:
    clock = Jumpable()
    key = GoKey(clock.monotonic)
    for _ in range(100):
        key.press()
        clock.jump(0.1)
    assert [key.release(), key.release()] == [True, False]


def test_release_without_press_is_no_go() -> None:
    assert not GoKey(Jumpable().monotonic).release()


def test_two_gos_are_800_ms_apart() -> None:
    clock = Jumpable()
    key = GoKey(clock.monotonic)
    counted = []
    for wait in (0.0, 0.79, 0.02):
        clock.jump(wait)
        key.press()
        counted.append(key.release())
    assert counted == [True, False, True]


def test_a_forgotten_press_is_no_go() -> None:
    key = GoKey(Jumpable().monotonic)
    key.press()
    key.forget()
    assert not key.release()


def test_second_esc_within_a_second_cuts() -> None:
    clock = Jumpable()
    esc = EscKey(clock.monotonic)
    assert not esc.press()
    clock.jump(0.9)
    assert esc.press()


def test_second_esc_after_a_second_holds() -> None:
    clock = Jumpable()
    esc = EscKey(clock.monotonic)
    assert not esc.press()
    clock.jump(1.1)
    assert not esc.press()


def test_third_esc_begins_anew() -> None:
    esc = EscKey(Jumpable().monotonic)
    assert [esc.press(), esc.press(), esc.press()] == [False, True, False]
