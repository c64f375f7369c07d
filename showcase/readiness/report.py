"""From checks to the one line that staff read first."""

from collections.abc import Iterable, Mapping, Sequence

from showcase.model.programme import Programme
from showcase.model.readiness import Check, CheckState, RoleReadiness

_CAUSES = {
    "name": "not found",
    "port": "unreachable",
    "TLS": "not to be trusted",
    "answer": "not answering as it should",
    "clock": "without a clock",
}
"""What a failed question means, behind a role's title."""


def roles_of(
    programme: Programme, systems: Mapping[str, str], checks: Iterable[Check]
) -> tuple[RoleReadiness, ...]:
    """Whether each role can be played as the cast says.

    Args:
        programme: The whole story.
        systems: What people call the vendor's system, by role; the others are stand-ins.
        checks: All that was found.
    """
    failed = {each.role for each in checks if each.state is CheckState.FAILED}
    return tuple(
        RoleReadiness(
            role=role.key,
            title=role.title,
            system=systems.get(role.key, "stand-in"),
            stand_in=role.key not in systems,
            ready=role.key not in failed,
        )
        for role in programme.roles
    )


def verdict(roles: Sequence[RoleReadiness], checks: Iterable[Check]) -> str:
    """The one line: ``Ready: 9 of 11. Archive unreachable, a stand-in will play``."""
    failed: dict[str, Check] = {}
    for check in checks:
        if check.state is CheckState.FAILED:
            failed.setdefault(check.role, check)
    parts = [f"Ready: {sum(each.ready for each in roles)} of {len(roles)}."]
    lost = [each for each in roles if not each.ready and not each.stand_in]
    if lost:
        causes = ", ".join(f"{each.title} {_CAUSES[failed[each.role].question]}" for each in lost)
        players = "a stand-in" if len(lost) == 1 else "stand-ins"
        parts.append(f"{causes}, {players} will play.")
    parts += [
        f"{each.title} cannot open its port: {failed[each.role].words}"
        for each in roles
        if not each.ready and each.stand_in
    ]
    if "" in failed:
        parts.append(f"The {failed[''].system} gives no time.")
    return " ".join(parts)
