"""Which drawn icon stands for a role; the drawings are in ``assets/icons``."""

from showcase.model.programme import Role

UNKNOWN = "system"

STRANGER = "stranger"

_BY_ACTOR = {
    "Acquisition Modality": "scanner",
    "Patient Encounter Supplier": "desk",
    "Image Archive": "archive",
    "Image Manager": "archive",
    "Image Display": "monitor",
    "Report Creator": "monitor",
    "Report Manager": "monitor",
    "Department System Scheduler/Order Filler": "radiology",
    "Patient Identifier Cross-reference Manager": "identity",
    "Document Registry": "registry",
    "Document Repository": "repository",
    "Audit Record Repository": "audit",
    "Order Placer": "ehr",
    "Enterprise Report Repository": "ehr",
    "Analyzer": "laboratory",
    "Automation Manager": "laboratory",
    "Prescription Placer": "ehr",
    "Medication Dispenser": "pharmacy",
    "Document Consumer": "practice",
}


def icon_of(role: Role) -> str:
    """Name of the icon for a role: the authored one, else by what the role plays."""
    if role.icon:
        return role.icon
    return next((_BY_ACTOR[actor] for actor in role.plays if actor in _BY_ACTOR), UNKNOWN)
