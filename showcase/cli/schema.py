"""``showcase schema``: JSON Schemas, for editors."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from showcase.story.cast_schema import CastForm
from showcase.story.schema import Form, StoryForm

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Format(StrEnum):
    """A file format of ours."""

    STORY = "story"
    CAST = "cast"


_FORMS: dict[Format, type[Form]] = {Format.STORY: StoryForm, Format.CAST: CastForm}


def schema(of: Annotated[Format, typer.Argument(help="Which file format.")]) -> None:
    """Print the JSON Schema of story or cast files.

    An editor that knows it completes keys, explains them, and marks mistakes while one types.
    """
    document = {"$schema": _DIALECT, **_FORMS[of].model_json_schema()}
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False).encode())
