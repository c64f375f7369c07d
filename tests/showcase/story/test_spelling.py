from showcase.story.spelling import one_of, suggest


def test_close_name_is_suggested_whatever_its_case() -> None:
    assert suggest("Tranaction", ["transaction", "title"]) == "Did you mean `transaction`?"
    assert suggest("rad-8", ["RAD-8"]) == "Did you mean `RAD-8`?"


def test_far_name_gets_the_choice() -> None:
    assert suggest("zzz", ["wait", "follow"]) == "Use `wait` or `follow`."
    assert suggest("zzz", []) == "Remove it."


def test_long_choice_is_cut_short() -> None:
    assert one_of(str(number) for number in range(40)).endswith("`11` or another that exists")
