from showcase.story.fault import Fault, Faults


def test_fault_reads_like_a_compiler_message() -> None:
    fault = Fault("a/story.yaml", 7, "unknown role `dsk`", "Did you mean `desk`?")
    assert str(fault) == "a/story.yaml:7: unknown role `dsk` — Did you mean `desk`?"


def test_fault_of_a_whole_file_names_no_line() -> None:
    assert str(Fault("x", 0, "there is none", "Look.")) == "x: there is none — Look."


def test_faults_come_once_and_in_order() -> None:
    late, early = Fault("f", 9, "b", "r"), Fault("f", 2, "a", "r")
    assert Faults([late, early, late]).faults == (early, late)
