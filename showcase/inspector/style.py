"""How the page of a run looks: the console's light colours, on screen and on paper."""

from showcase.inspector.thread import MOST

_IDENTITIES = (
    *("#8a7400", "#5a45c9", "#b8402c", "#0b7a7a", "#557a0a", "#7d5a26"),
    *("#a3195b", "#2456c4", "#4a4a55", "#7b2d8b", "#1f6b3a", "#a1460a"),
)
"""One for each identifier, and none that a family has; the first six are the console's."""

assert len(_IDENTITIES) == MOST

_FAMILIES = {
    "hl7v2": ("#d08f00", "#6b4300", "#faf0da"),
    "dicom": ("#3a9bd4", "#0a4a73", "#e0eff9"),
    "xds": ("#009e73", "#00523b", "#daf1ea"),
    "fhir": ("#c2689b", "#752a54", "#f7e8f0"),
    "audit": ("#7a879f", "#3a455c", "#eaedf2"),
}
"""Line, text, fill."""

_SHEET = """
:root { color-scheme: light; --ink: #0b1530; --soft: #2c3a5a; --faint: #566688;
  --rail: #d3dcea; --wash: #f3f6fb; --ground: #edf2f9; --good: #04553a; --bad: #842a00;
  --mute: #5a4a00; --mono: ui-monospace, "JetBrains Mono", "SF Mono", Consolas, monospace; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 40px 32px 64px; max-width: 1240px; background: #fff;
  color: var(--ink); font: 15px/1.5 Inter, system-ui, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: anywhere; }
.switch { position: absolute; opacity: 0; pointer-events: none; }
header { border-bottom: 2px solid var(--ink); padding-bottom: 22px; }
.brand { margin: 0; font-size: 13px; font-weight: 600; letter-spacing: .08em;
  text-transform: uppercase; color: var(--faint); }
h1 { margin: 6px 0 2px; font-size: 44px; line-height: 1.1; letter-spacing: -.02em; }
.patient { margin: 0 0 16px; font-size: 21px; color: var(--soft); }
h1, .patient { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical;
  -webkit-line-clamp: 3; }
.summary { margin: 0; display: flex; flex-wrap: wrap; gap: 8px; }
.pill { padding: 4px 12px; border-radius: 999px; font-weight: 600; font-size: 14px; }
.pill.acknowledged { background: #dcf3e9; color: var(--good); }
.pill.refused { background: #fde6d8; color: var(--bad); }
.pill.failed { background: #fbf3c4; color: var(--mute); }
.pill.plain, .pill.sent { background: var(--wash); color: var(--soft); font-weight: 500; }
.test { margin: 14px 0 0; font-size: 13px; color: var(--faint); }
.part { margin-top: 44px; }
h2 { margin: 0 0 14px; font-size: 24px; letter-spacing: -.01em; }
h3 { margin: 0; font-size: 19px; }
h4 { margin: 0 0 6px; font-size: 13px; }
.hint { margin: -8px 0 14px; color: var(--faint); font-size: 14px; }
.link { color: var(--soft); text-decoration: underline; cursor: pointer; }

.diagram { display: block; max-width: 100%; height: auto; }
.diagram text { font-family: inherit; fill: var(--ink); }
.ground rect { fill: var(--ground); }
.ground text { font-size: 17px; font-weight: 600; fill: var(--faint); }
.card rect { fill: #fff; stroke: #b9c7de; stroke-width: 1.5; }
.card .title { font-size: 18px; font-weight: 620; }
.card .title.small { font-size: 15.5px; }
.diagram .card .by { font-size: 14px; fill: var(--faint); }
.icon { fill: none; stroke: var(--soft); stroke-width: 1.5; stroke-linecap: round;
  stroke-linejoin: round; }
.way { fill: none; stroke: currentColor; stroke-width: 2.6; stroke-linecap: round; }
.way.broken { stroke-dasharray: 7 7; }
.tip { fill: currentColor; }
.label rect { fill: #fff; stroke: var(--rail); }
.diagram .label text { font-size: 14.5px; font-weight: 600; text-anchor: middle;
  fill: currentColor; font-variant-numeric: tabular-nums; }
.label text.refused { color: var(--bad); }
.label text.failed { color: var(--mute); }

.thread { display: grid; grid-template-columns: minmax(230px, 340px) minmax(0, 1fr); }
.legend { padding-top: 30px; }
.legend .strand { height: 38px; display: flex; flex-direction: column; justify-content: center;
  padding-left: 12px; border-left: 5px solid currentColor; cursor: pointer; min-width: 0; }
.legend .what { font-size: 12px; line-height: 1.25; color: var(--faint); }
.legend .value { font: 600 13px/1.35 var(--mono); unicode-bidi: isolate; }
.legend span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.lines { overflow-x: auto; }
.lines svg { display: block; max-width: 100%; }
.rail { stroke: #e7edf6; stroke-width: 1; }
.count { font: 600 13px Inter, system-ui, sans-serif; fill: var(--faint); text-anchor: middle; }
.yarn { stroke: currentColor; stroke-width: 4; stroke-linecap: round; opacity: .35; }
.knot { fill: currentColor; stroke: #fff; stroke-width: 1.5; }
.knot.answered { fill: #fff; stroke: currentColor; stroke-width: 3.5; }

.scene { border-top: 1px solid var(--rail); padding: 22px 0 6px; display: grid;
  grid-template-columns: 190px minmax(0, 1fr); column-gap: 28px; }
.scene > h3, .scene > .scene-tell { grid-column: 1; }
.scene-tell { margin: 4px 0 0; color: var(--faint); font-size: 14px; }
.scene > h3 { grid-row: 1; }
.scene > .scene-tell { grid-row: 2 / span 40; }
.scene > .cue, .scene > .hop { grid-column: 2; }
.scene > :nth-child(1 of .cue) { grid-row: 1 / span 2; }
.cue { margin-bottom: 16px; }
.sentence { margin: 0 0 6px; font-size: 17px; font-weight: 560; }
.idle .sentence { color: var(--faint); }
.unsent { margin: 0; color: var(--faint); font-size: 14px; }
summary { cursor: pointer; }
.hop { border: 1px solid var(--rail); border-radius: 10px; margin: 6px 0; background: #fff; }
.hop > summary { display: grid; align-items: center; gap: 12px; padding: 8px 14px;
  grid-template-columns: 24px 74px minmax(0, 1.5fr) minmax(0, 1fr) 82px 126px; list-style: none; }
.hop > summary::-webkit-details-marker { display: none; }
.hop > summary:hover { background: var(--wash); border-radius: 10px; }
.hop[open] > summary { border-bottom: 1px solid var(--rail); }
.number { color: var(--faint); text-align: right; font-variant-numeric: tabular-nums; }
.badge { padding: 2px 0; border-radius: 6px; font-size: 13px; font-weight: 650;
  text-align: center; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.ends { font-weight: 560; }
.arrow { color: var(--faint); }
.label-text { color: var(--soft); font-size: 14px; overflow: hidden; display: -webkit-box;
  -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.took { text-align: right; color: var(--faint); font-size: 13px;
  font-variant-numeric: tabular-nums; }
.outcome { font-weight: 600; font-size: 14px; white-space: nowrap; }
.outcome.acknowledged { color: var(--good); }
.outcome.refused { color: var(--bad); }
.outcome.failed { color: var(--mute); }
.outcome.sent { color: var(--faint); }
.inside { padding: 14px; }
.verdict { margin: 0 0 12px; padding: 10px 14px; border-radius: 8px; background: var(--wash); }
.verdict.refused { background: #fde6d8; color: var(--bad); }
.verdict.failed { background: #fbf3c4; color: var(--mute); }
.about { display: grid; grid-template-columns: 2fr 1fr 2fr 1fr; gap: 8px 20px;
  margin: 0 0 14px; }
dt { font-size: 12px; color: var(--faint); }
dd { margin: 0; font-size: 14px; }
.facts { list-style: none; margin: 0 0 14px; padding: 0; display: flex; flex-wrap: wrap;
  gap: 6px; }
.fact { border: 1px solid var(--rail); border-left: 4px solid currentColor; border-radius: 6px;
  padding: 3px 9px; max-width: 100%; color: #9aa8c0; display: flex; flex-direction: column; }
.fact .what, .fact .where { font-size: 11px; line-height: 1.35; color: var(--faint); }
.fact .value { font: 600 12.5px/1.4 var(--mono); color: var(--ink); unicode-bidi: isolate; }
.fact.more { border-left-color: var(--rail); color: var(--faint); justify-content: center; }
.pictures { display: flex; gap: 10px; flex-wrap: wrap; margin-bottom: 14px; }
.pictures img { height: 180px; max-width: 100%; border-radius: 8px; background: #05070c; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
.size { color: var(--faint); font-weight: 400; }
pre { margin: 0; padding: 10px 12px; background: var(--wash); border-radius: 8px;
  font: 12px/1.5 var(--mono); white-space: pre; max-height: 420px; overflow: auto;
  unicode-bidi: plaintext; }
.nothing { margin: 0; color: var(--faint); font-size: 14px; }

.proofs { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 32px; }
.proof { break-inside: avoid; display: grid; grid-template-columns: 24px minmax(0, 1fr);
  padding: 7px 0; }
.proof .mark { color: var(--good); font-weight: 700; grid-row: span 2; }
.proof.broken .mark, .proof.broken .claim { color: var(--bad); }
.claim { font-weight: 560; line-height: 1.35; }
.evidence { font: 12px/1.5 var(--mono); color: var(--faint); }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 7px 14px 7px 0; border-bottom: 1px solid var(--rail);
  vertical-align: top; }
thead th { color: var(--faint); font-weight: 500; font-size: 13px; }
footer { margin-top: 48px; padding-top: 14px; border-top: 1px solid var(--rail);
  color: var(--faint); font-size: 13px; }
@media screen and (max-width: 760px) {
  body { padding: 20px 16px; }
  .scene, .sides, .thread, .about { display: block; }
  .proofs { columns: 1; }
  .hop > summary { grid-template-columns: 24px 74px minmax(0, 1fr); }
}
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
  .hint .link, .switch { display: none; }
  .part { break-inside: auto; }
  .diagram, .thread, .hop > summary, .proof, tr { break-inside: avoid; }
  h2, h3, .sentence { break-after: avoid; }
  pre { max-height: none; overflow: visible; white-space: pre-wrap; font-size: 8pt; }
}
"""


def style_of(strands: int) -> str:
    """The style sheet of a page with so many identifiers to follow."""
    return _SHEET + "".join([*_colours(), *map(_followed, range(strands))])


def _colours() -> list[str]:
    families = [
        f".{name} {{ color: {line}; }}\n"
        f".badge.{name} {{ color: {text}; background: {fill}; }}\n"
        f".label text.{name} {{ color: {text}; }}\n"
        for name, (line, text, fill) in _FAMILIES.items()
    ]
    identities = [f".c{n} {{ color: {colour}; }}\n" for n, colour in enumerate(_IDENTITIES)]
    return [*families, *identities]


def _followed(number: int) -> str:
    """While an identifier is followed, all that it does not run through steps back."""
    on = f"body:has(#follow-{number}:checked)"
    return (
        f"{on} :is(.way, .label, .hop):not(.v{number}) {{ opacity: .16; }}\n"
        f"{on} .strand:not(.s{number}) {{ opacity: .25; }}\n"
        f"{on} .legend .s{number} {{ background: var(--wash); }}\n"
    )
