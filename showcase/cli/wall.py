"""``showcase wall``: the wall of an engine that runs on another machine."""

from importlib import import_module
from typing import Annotated
from urllib.parse import urlsplit

import typer

from showcase.cli.failing import BadArgument, failing


def wall(
    connect: Annotated[
        str, typer.Option(metavar="URL", help="Address of the engine; “showcase lookout” tells it.")
    ],
    key: Annotated[str, typer.Option(help="Its read-only key.", envvar="SHOWCASE_WALL_KEY")] = "",
    screen: Annotated[int, typer.Option(min=0, help="On that screen, from 1.")] = 0,
    window: Annotated[bool, typer.Option("--window", help="In a window.")] = False,
    language: Annotated[str, typer.Option(help="en or de.")] = "",
    light: Annotated[bool, typer.Option("--light", help="Dark on light.")] = False,
    reduced: Annotated[bool, typer.Option("--reduced-motion", help="Nothing travels.")] = False,
    diagonal: Annotated[float, typer.Option(min=5, help="Of the screen, in inches.")] = 55.0,
    distance: Annotated[float, typer.Option(min=0.5, help="Of visitors, in metres.")] = 5.0,
) -> None:
    """Show the wall of an engine on another machine, full screen; F11 leaves it."""
    with failing():
        arguments = ["--connect", address(connect), "--key", key or typer.prompt("Key")]
        arguments += ["--screen", str(screen), "--language", language]
        arguments += ["--diagonal", str(diagonal), "--distance", str(distance)]
        arguments += ["--light"] if light else []
        arguments += ["--window"] if window else []
        arguments += ["--reduced-motion"] if reduced else []
        # by name: a machine without Qt's libraries has every other command
        raise typer.Exit(import_module("ui.remote").run(arguments))


def address(text: str) -> str:
    """An address as people write it, as a URL.

    Raises:
        BadArgument: It is none.
    """
    url = text.strip().removesuffix("/")
    url = url if "://" in url else f"http://{url}"
    if not _plain(url):
        raise BadArgument(
            f"“{text}” is not the address of an engine.",
            "It looks like http://10.4.0.5:7412; “showcase lookout” on its machine tells it.",
        )
    return url


def _plain(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    more = parts.path or parts.query or parts.fragment or parts.username
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and port != 0 and not more
