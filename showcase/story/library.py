"""Where stories and casts are: the shipped ones, and the casts that the window keeps."""

from pathlib import Path

from platformdirs import user_data_path

_PARENT = Path(__file__).resolve().parents[2]
"""What holds the package: a checkout, site-packages, or the folder of a packaged program."""

_HOMES = (_PARENT / "showcase_data" / "scenarios", _PARENT / "scenarios")
"""Installed (see `force-include` in pyproject.toml, and the PyInstaller spec), then a checkout.

In this order, because site-packages may hold a stranger's folder called `scenarios`.
"""


def scenarios_folder() -> Path:
    """The folder of the shipped stories; FileNotFoundError where there is none."""
    for home in _HOMES:
        if home.is_dir():
            return home
    raise FileNotFoundError(f"no stories are installed at {_HOMES[0]}")


def story_names() -> tuple[str, ...]:
    """Names of the shipped stories."""
    return tuple(sorted(path.parent.name for path in scenarios_folder().glob("*/story.yaml")))


def cast_names() -> tuple[str, ...]:
    """Names of the user's own casts, and of the shipped ones."""
    files = (*own_casts().glob("*.yaml"), *scenarios_folder().glob("casts/*.yaml"))
    return tuple(sorted({path.stem for path in files}))


def own_casts() -> Path:
    """Where the window keeps the user's own casts; it need not exist."""
    return user_data_path("showcase", appauthor=False) / "casts"


def story_file(named: str | Path) -> Path:
    """The file that a name, a folder or a path means; it need not exist."""
    path = Path(named)
    if path.is_dir():
        return path / "story.yaml"
    if _is_name(named) and not path.exists():
        return scenarios_folder() / str(named) / "story.yaml"
    return path


def cast_file(named: str | Path) -> Path:
    """The file that a name (the user's own first) or a path means; it need not exist."""
    path = Path(named)
    if not _is_name(named) or path.exists():
        return path
    own = (own_casts() / f"{each}.yaml" for each in (named, str(named).lower()))
    shipped = scenarios_folder() / "casts" / f"{named}.yaml"
    return next((each for each in own if each.exists()), shipped)


def _is_name(named: str | Path) -> bool:
    """``chest-pain``: neither a path nor a file name."""
    text = str(named)
    return bool(text) and not any(mark in text for mark in "/\\.")
