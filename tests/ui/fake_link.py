"""`FakeLink` imitates `ui.link.Link`: the same signals, and verbs that are written down."""

from collections.abc import Callable

from showcase.model.answers import Explanation, RunBrief, StoryBrief
from showcase.model.callers import Reception
from showcase.model.events import Entry
from showcase.model.readiness import ReadinessReport
from tests.ui.fake_engine import STORY, FakeEngine
from ui.link import Connection, Link


async def _nobody() -> FakeEngine:
    return FakeEngine()


class FakeLink(Link):
    """A link to nobody; the test tells what happens."""

    def __init__(self) -> None:
        super().__init__(_nobody)
        self.verbs: list[str] = []
        self.house = Reception(open_house=False)

    def live(self) -> None:
        """The engine is there."""
        self.connection.emit(int(Connection.LIVE), "", "")

    def tell(self, *entries: Entry) -> None:
        """Those things have happened."""
        for entry in entries:
            self.entry.emit(entry)

    def draw_curtain(self, *, holding: bool, frozen: bool) -> None:
        """Nobody looks on."""

    def go(self) -> None:
        """Written down."""
        self.verbs.append("go")

    def hold(self) -> None:
        """Written down."""
        self.verbs.append("hold")

    def panic(self) -> None:
        """Written down."""
        self.verbs.append("panic")

    def retry(self) -> None:
        """Written down."""
        self.verbs.append("retry")

    def jump(self, cue: str) -> None:
        """Written down."""
        self.verbs.append(f"jump {cue}")

    def stand_in(self, role: str) -> None:
        """Written down."""
        self.verbs.append(f"stand-in {role}")

    def give_back(self, role: str) -> None:
        """Written down."""
        self.verbs.append(f"give-back {role}")

    def start_run(self, story: str, cut: str) -> None:
        """Written down."""
        self.verbs.append(f"start {story} {cut}".strip())

    def watch(self, story: str) -> None:
        """Written down."""
        self.verbs.append(f"watch {story}")

    def name(self, address: str, name: str) -> None:
        """Written down."""
        self.verbs.append(f"name {address} {name}")

    def stories(self, then: Callable[[list[StoryBrief]], None]) -> None:
        """One story."""
        then([STORY])

    def runs(self, then: Callable[[list[RunBrief]], None]) -> None:
        """No history."""
        then([])

    def reception(self, then: Callable[[Reception], None]) -> None:
        """As the test has set it."""
        then(self.house)

    def judge(self, caller: str, name: str, admitted: bool) -> None:
        """Written down."""
        self.verbs.append(f"{'admit' if admitted else 'turn away'} {caller} {name}".strip())

    def open_house(self, everybody: bool, interface: str) -> None:
        """Written down."""
        self.verbs.append(f"open {everybody} {interface}".strip())

    def skip(self) -> None:
        """Written down."""
        self.verbs.append("skip")

    def readiness(
        self,
        story: str,
        then: Callable[[ReadinessReport], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """Written down; nobody answers."""
        del then, failed
        self.verbs.append(f"readiness {story}")
        return lambda: None

    def explain(self, hop: str, then: Callable[[Explanation], None]) -> None:
        """Nothing to explain."""
        then(Explanation(hop=hop, request=(), response=(), request_text="", response_text=""))

    def blob(self, digest: str, then: Callable[[bytes], None]) -> None:
        """Only its name."""
        then(digest.encode())
