"""How each card of the stage is lettered: at rest all alike, in play each on its own."""

from dataclasses import dataclass

from showcase.model.programme import Role
from ui.stage.face import Face, face, lettered, opened
from ui.stage.picture import Picture
from ui.stage.rect import Rect
from ui.viewmodels.lettering import title_width

_USUAL = Face(title=34, lines=1, icon=35, detail=19, chip=19, rows=2, inner=240)
_OPEN_LINES = 3


@dataclass(frozen=True, slots=True)
class CardFace:
    """The lettering of one card, just now.

    Attributes:
        open: Whether it is in play.
        box: Its outline: a card in play is a little larger.
        words: Its title, broken into lines.
    """

    face: Face
    open: bool
    box: Rect
    words: str


class CardFaces:
    """The lettering of all cards of one stage; worked out once for each stage and sight."""

    def __init__(self) -> None:
        """No stage yet."""
        self._for: object = None
        self._rest = _USUAL
        self._growth = 0.0
        self._resting: dict[str, CardFace] = {}
        self._open: dict[str, CardFace] = {}
        self.least_open = 0.0

    @property
    def rest(self) -> Face:
        """How cards at rest are lettered."""
        return self._rest

    def fit(self, picture: Picture, *, rest: float, play: float) -> None:
        """Letter the cards of a picture.

        Args:
            picture: Whose cards.
            rest: Size that titles at rest should reach.
            play: Size that titles in play should reach.
        """
        programme, scenery = picture.programme, picture.scenery
        wanted = (id(programme), id(scenery), rest, play)
        if wanted == self._for:
            return
        self._for, self._rest, self._resting, self._open = wanted, _USUAL, {}, {}
        self.least_open = play
        if programme is None or scenery is None:
            return
        layout = scenery.layout
        loud = [role for role in programme.roles if role.key not in layout.quiet]
        if loud:
            card = layout.cards[loud[0].key]
            titles = [role.title for role in loud]
            self._rest = face(titles, card.width, card.height, title_width, least=rest)
        for role in programme.roles:
            box = layout.cards[role.key]
            self._resting[role.key] = self._at_rest(role, box, quiet=role.key in layout.quiet)
        for role in loud:
            box = layout.cards[role.key].grown(layout.growth)
            self._open[role.key] = self._in_play(role, box, play)
        sizes = [each.face.title for each in self._open.values()]
        self.least_open = min(sizes, default=play)

    def of(self, picture: Picture, key: str) -> CardFace:
        """How that card is lettered."""
        in_play = key in picture.in_play
        return self._open.get(key, self._resting[key]) if in_play else self._resting[key]

    def _at_rest(self, role: Role, box: Rect, *, quiet: bool) -> CardFace:
        lines = [role.title] if quiet else lettered(
            role.title, self._rest.title, self._rest.inner, title_width
        )  # fmt: skip
        return CardFace(self._rest, open=False, box=box, words="\n".join(lines))

    def _in_play(self, role: Role, box: Rect, play: float) -> CardFace:
        found = opened(role.title, box.width, box.height, title_width, least=play, rest=self._rest)
        lines = lettered(role.title, found.title, found.inner, title_width, most=_OPEN_LINES)
        return CardFace(found, open=True, box=box, words="\n".join(lines))
