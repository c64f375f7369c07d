import json

import pytest
from typer.testing import CliRunner

from showcase.cli.app import build


@pytest.mark.parametrize(("of", "key"), [("story", "scenes"), ("cast", "systems")])
def test_schema_is_json_with_every_key(of: str, key: str) -> None:
    result = CliRunner().invoke(build("schema"), ["schema", of])
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    assert schema["$schema"].endswith("2020-12/schema")
    assert key in schema["properties"]
