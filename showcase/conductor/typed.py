"""What a human types: the placeholders of a cue's ``with:`` filled in for this run's patient."""

from showcase.model.programme import Patient


def filled(typed: dict[str, str], patient: Patient) -> dict[str, str]:
    """`typed` with ``{patient.given}`` and its cousins replaced.

    Only these exact words are replaced; braces that mean something else stay as they are.
    """
    values = {
        "{patient.given}": patient.given,
        "{patient.family}": patient.family,
        "{patient.name}": patient.name,
        "{patient.born}": patient.born,
        "{patient.sex}": patient.sex,
    }
    return {name: _replace(text, values) for name, text in typed.items()}


def _replace(text: str, values: dict[str, str]) -> str:
    for placeholder, value in values.items():
        text = text.replace(placeholder, value)
    return text
