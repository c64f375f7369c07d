"""Where a value occurs, with its path even where no fact names it."""

from showcase.inspector.following import followed, place
from showcase.model.node import Node
from tests.showcase.inspector import runs


async def test_a_value_found_in_bytes_gets_its_path() -> None:
    async with runs.recorded() as journal:
        mentions = await followed(journal, runs.RUN, "40213")
    told = [(each.hop, each.path, each.stated) for each in mentions]
    assert told == [
        ("hop1", "PID-3.1", True),
        ("hop2", "PID-3", False),
        ("hop3", "PID-3", False),
        ("hop4", "PID-3", False),
        ("hop5", "PID-3.1", True),
    ]


def test_the_innermost_line_with_a_path_is_told() -> None:
    line = Node(label="7", value="order A77")
    text = Node(label="Text", path="text", children=(line,))
    tree = (Node(label="Body", value="A77 …", path="Body", children=(text,)),)
    assert place(tree, "A77") == "text"
    assert place((Node(label="Part", value="A77"),), "A77") == "Part"
    assert place(tree, "B") == ""
