"""A tree as the lines that are open."""

from hypothesis import given
from hypothesis import strategies as st

from showcase.model.answers import Finding
from showcase.model.fact import Side
from showcase.model.node import Node
from ui.viewmodels.tree import Tree

SMALL = (Node(label="A", children=(Node(label="B", children=(Node(label="C"),)),)),)
LEAF = (Node(label="C"),)
LARGE = (Node(label="A", children=tuple(Node(label=f"B{n}", children=LEAF) for n in range(99))),)

NODES = st.recursive(
    st.builds(Node, label=st.text(max_size=5), value=st.text(max_size=5)),
    lambda children: st.builds(
        Node, label=st.text(max_size=5), children=st.lists(children, max_size=4).map(tuple)
    ),
    max_leaves=30,
)


def labels(tree: Tree) -> list[str]:
    return [row.label for row in tree.rows()]


def test_small_tree_is_open_altogether() -> None:
    assert labels(Tree(SMALL)) == ["A", "B", "C"]


def test_large_tree_opens_its_outside() -> None:
    assert len(Tree(LARGE).rows()) == 100


def test_toggled_line_closes_and_opens() -> None:
    tree = Tree(SMALL)
    tree.toggle("0/0")
    assert labels(tree) == ["A", "B"]
    tree.toggle("0/0")
    assert labels(tree) == ["A", "B", "C"]


def test_endless_value_is_cut() -> None:
    assert len(Tree((Node(label="x", value="y" * 10_000),)).rows()[0].value) == 2_000


def test_values_worth_following_are_told() -> None:
    rows = Tree((Node(label="x", value="40213"),), frozenset({"40213"})).rows()
    assert rows[0].told


@given(st.lists(NODES, max_size=4).map(tuple))
def test_every_line_has_a_key_of_its_own(nodes: tuple[Node, ...]) -> None:
    keys = [row.key for row in Tree(nodes).rows()]
    assert len(keys) == len(set(keys))


def test_a_remark_stands_beside_its_field_or_what_it_would_stand_in() -> None:
    name = Node(label="PID-5 Name", value="Quill", path="PID-5")
    pid = Node(label="PID", path="PID", children=(name,))
    nodes = (Node(label="ADT", children=(pid,)),)

    def remark(path: str) -> Finding:
        return Finding(side=Side.REQUEST, path=path, words="is wrong", clause="TF-2, 3.8")

    rows = Tree(nodes, findings=[remark("PID-5.1"), remark("PID-3"), remark("MRG-1")]).rows()
    assert {row.label: row.finding for row in rows} == {
        "ADT": "is wrong (TF-2, 3.8)",
        "PID": "is wrong (TF-2, 3.8)",
        "PID-5 Name": "is wrong (TF-2, 3.8)",
    }


def test_a_remark_stands_at_the_innermost_line_of_its_way() -> None:
    def image(*elements: Node) -> Node:
        dataset = Node(label="Dataset", children=elements)
        return Node(label="C-STORE-RQ", path="C-STORE-RQ", children=(dataset,))

    patient = Node(label="PatientID", path="(0010,0020)")
    step = Node(label="Steps", path="(0040,0270)", children=(Node(label="Item 1"),))
    record = Node(label="AuditMessage", path="AuditMessage", children=(
        Node(label="Participant", path="AuditMessage/Participant"),
        Node(label="Participant", path="AuditMessage/Participant"),
    ))  # fmt: skip
    nodes = (Node(label="A-ASSOCIATE-RQ"), image(patient), image(patient, step), record)
    for path, key in (
        ("C-STORE-RQ/(0010,0020)", "1/0/0"),
        ("C-STORE-RQ[2]/(0040,0270)/(0020,000D)", "2/0/1"),
        ("C-STORE-RQ[9]/(0008,0050)", "2"),
        ("AuditMessage/Participant[2]/@UserID", "3/1"),
        ("N-SET-RQ/(0008,0050)", "0"),
    ):
        found = Finding(side=Side.REQUEST, path=path, words="missing", clause="PS3")
        assert Tree(nodes, findings=(found,)).remarked == (key,), path
