import json

from typer.testing import CliRunner

from showcase.cli.app import build
from showcase.transactions.catalogue import CATALOGUE


def test_table_lists_every_transaction() -> None:
    result = CliRunner().invoke(build("transactions"), ["transactions"])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()[1:]
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == list(CATALOGUE)


def test_json_holds_what_the_catalogue_says() -> None:
    result = CliRunner().invoke(build("transactions"), ["transactions", "--json"])
    rows = json.loads(result.stdout)
    assert [row["id"] for row in rows] == list(CATALOGUE)
    (store,) = [row for row in rows if row["id"] == "RAD-8"]
    assert store["standard"] == "DICOM"
    assert store["from"] == ["Acquisition Modality"]
    assert store["to"] == ["Image Archive"]
    assert store["specified"] == "IHE RAD TF-2, 4.8"
