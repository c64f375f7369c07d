from typing import Any

import pytest

from showcase.story.cast_schema import CastForm
from showcase.story.schema import Form, StoryForm


@pytest.mark.parametrize("form", [StoryForm, CastForm])
def test_every_key_is_explained_to_editors(form: type[Form]) -> None:
    schema = form.model_json_schema()
    silent = [
        f"{name}.{key}"
        for name, each in {"": schema, **schema["$defs"]}.items()
        for key, field in each.get("properties", {}).items()
        if not field.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize("form", [StoryForm, CastForm])
def test_nothing_unknown_is_let_through(form: type[Form]) -> None:
    schema: dict[str, Any] = form.model_json_schema()
    objects = [schema, *schema["$defs"].values()]
    assert all(each["additionalProperties"] is False for each in objects)


def test_keys_are_those_of_the_file() -> None:
    cue = StoryForm.model_json_schema()["$defs"]["CueForm"]["properties"]
    assert {"from", "with", "to"} <= set(cue)
