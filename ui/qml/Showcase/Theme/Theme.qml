pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every colour, size and duration of every screen.
//
// Sizes are in board units: a board is 1080 units high, and `Board` scales it as a whole to its
// window, so nothing here is ever multiplied by hand and 4K shows what 720p shows, only finer.
QtObject {
    id: root

    // What a window may set.
    property bool dark: true
    property bool reducedMotion: false
    property real tempo: 1.0 // 1.0: as designed; 2.0: twice as fast
    property bool still: false // a picture is being taken: nothing breathes

    // --- Surfaces, from the back to the front -------------------------------------------------
    readonly property color backdrop: dark ? "#0b1120" : "#e9eef6"
    readonly property color backdropGlow: dark ? "#121e3c" : "#f6f9fd"
    readonly property color ground: dark ? "#101a31" : "#f3f6fb"
    readonly property color groundEdge: dark ? "#1f2d4d" : "#cdd8e9"
    readonly property color card: dark ? "#1a2643" : "#ffffff"
    readonly property color cardEdge: dark ? "#30416a" : "#b9c7de"
    readonly property color panel: dark ? "#17223c" : "#ffffff"
    readonly property color panelEdge: dark ? "#2a3a60" : "#c3cfe2"
    readonly property color well: dark ? "#0a0f1c" : "#dfe6f1" // sunk: bytes, pictures, inputs
    readonly property color rail: dark ? "#2a385b" : "#bccae0" // what is still to come, dividers
    readonly property color hover: dark ? "#223156" : "#e6edf8"
    readonly property color selected: dark ? "#173a5c" : "#cfe5f6"
    readonly property color avatar: dark ? "#2b3e6b" : "#d3e0f4"
    readonly property color film: "#05070c" // behind medical images, in both variants
    readonly property color paper: dark ? "#f2f5fc" : "#ffffff" // slips and pages, on the stage
    readonly property color filmInk: "#f7f9ff"
    readonly property color paperInk: "#0b1530"
    readonly property color paperLine: "#aeb9cf"
    readonly property color shade: dark ? "#000000" : "#5b6b8c"

    // --- Ink: 7:1 on every surface above, unless said --------------------------------------------
    readonly property color ink: dark ? "#f7f9ff" : "#0b1530"
    readonly property color inkSoft: dark ? "#c3cfe8" : "#2c3a5a"
    readonly property color inkFaint: dark ? "#aab8d6" : "#3d4c6e"
    readonly property color inkGhost: dark ? "#8393b8" : "#566688" // 4.5:1: never the only sign
    readonly property color inkOnColor: "#08101f" // on any fill of `familyColor`, `go`

    // --- The console's few signals --------------------------------------------------------------
    readonly property color go: dark ? "#3ecf8e" : "#2fbf80"
    readonly property color goSunk: dark ? "#14382c" : "#cdf0e0"
    readonly property color danger: dark ? "#ff9c75" : "#8a2c05"
    readonly property color say: dark ? "#ffd166" : "#b97a00" // presenter's line
    readonly property color focus: dark ? "#ffffff" : "#0b1530"

    // --- Families (Okabe–Ito) ---------------------------------------------------------------------

    // Lines, dots, fills. Names are those of showcase.model.transaction.Family.
    function familyColor(name: string): color {
        switch (name) {
        case "HL7 v2": return root.dark ? "#E69F00" : "#d08f00";
        case "DICOM": return root.dark ? "#56B4E9" : "#3a9bd4";
        case "XDS": return root.dark ? "#1ebd8d" : "#009E73";
        case "FHIR": return root.dark ? "#d98bb6" : "#c2689b";
        default: return root.dark ? "#93a1bd" : "#7a879f";
        }
    }

    // The same hue as text on any surface: 7:1.
    function familyText(name: string): color {
        switch (name) {
        case "HL7 v2": return root.dark ? "#ffc24d" : "#6b4300";
        case "DICOM": return root.dark ? "#8fd2f8" : "#0a4a73";
        case "XDS": return root.dark ? "#5fe0b6" : "#00523b";
        case "FHIR": return root.dark ? "#f3b6d6" : "#752a54";
        default: return root.dark ? "#c0cbe0" : "#3a455c";
        }
    }

    // The same hue as a quiet fill behind ink.
    function familyFill(name: string): color {
        return root.veil(root.familyColor(name), root.dark ? 0.20 : 0.16);
    }

    // --- Identifiers: one identifier, one colour, and none that a family has ---------------------------
    readonly property var identityColors: dark
        ? ["#f4e04d", "#b3a6ff", "#ff9f8f", "#74e4e0", "#b9e769", "#e8c9a0"]
        : ["#8a7400", "#5a45c9", "#b8402c", "#0b7a7a", "#557a0a", "#7d5a26"]

    function identityColor(index: int): color {
        return root.identityColors[Math.max(0, index) % root.identityColors.length];
    }

    // --- Outcomes: colour, shape and word, always the three -----------------------------------------
    // Names are those of showcase.model.exchange.Outcome.
    function outcomeColor(name: string): color {
        switch (name) {
        case "acknowledged": return root.dark ? "#7df0bd" : "#04553a";
        case "refused": return root.dark ? "#ff9a66" : "#842a00";
        case "failed": return root.dark ? "#f6e65a" : "#5a4a00";
        case "missed": return root.dark ? "#f6e65a" : "#5a4a00";
        default: return root.dark ? "#c0cbe0" : "#3a455c";
        }
    }

    function outcomeWord(name: string): string {
        switch (name) {
        case "acknowledged": return qsTr("acknowledged");
        case "refused": return qsTr("refused");
        case "failed": return qsTr("no answer");
        case "sent": return qsTr("sent");
        case "missed": return qsTr("not this one");
        default: return qsTr("waiting");
        }
    }

    // SVG path on a 24 grid: a tick; a barred octagon; a triangle with a mark; an open dot.
    function outcomeShape(name: string): string {
        switch (name) {
        case "acknowledged": return "M 5 12.8 L 10 17.8 L 19.2 7";
        case "refused": return "M 8.3 3 H 15.7 L 21 8.3 V 15.7 L 15.7 21 H 8.3 L 3 15.7 V 8.3 Z M 7.5 12 H 16.5";
        case "failed": return "M 12 3.5 L 22 20.5 H 2 Z M 12 10 V 14.6 M 12 17.4 V 17.6";
        case "missed": return "M 4 9 H 20 M 4 15 H 20 M 16.5 4 L 7.5 20";
        case "sent": return "M 5 12 H 18 M 13 7 L 18 12 L 13 17";
        default: return "M 12 5 A 7 7 0 1 1 11.99 5 M 12 8.6 V 12.4 L 14.6 14";
        }
    }

    function veil(base: color, alpha: real): color {
        return Qt.rgba(base.r, base.g, base.b, alpha);
    }

    // --- Type ---------------------------------------------------------------------------------------
    readonly property string sans: "Inter"
    readonly property string mono: "JetBrains Mono"
    // Weights of the variable fonts; `font.weight` would only smear the regular one.
    readonly property int regular: 420
    readonly property int medium: 520
    readonly property int semibold: 620
    readonly property int bold: 720

    // The wall's sentence, and how large it must be, is `StageModel.sight`.
    readonly property real title: 40
    readonly property real heading: 30
    readonly property real body: 24
    readonly property real label: 20
    readonly property real small: 17
    readonly property real tiny: 15 // console only

    // --- Space --------------------------------------------------------------------------------------
    readonly property real hair: 4
    readonly property real snug: 8
    readonly property real gap: 12
    readonly property real space: 16
    readonly property real wide: 24
    readonly property real broad: 32
    readonly property real margin: 44 // around a wall
    readonly property real touch: 64
    readonly property real press: 44

    readonly property real radiusSmall: 8
    readonly property real radius: 14
    readonly property real radiusCard: 22
    readonly property real radiusGround: 34

    readonly property real line: 1.5
    readonly property real lineStrong: 3

    // --- Time, in milliseconds -----------------------------------------------------------------------
    readonly property int quick: pace(140) // a press, a hover
    readonly property int calm: pace(280) // appear, fade, exchange of words
    readonly property int slow: pace(600) // ring, glow
    readonly property int breath: pace(900) // half a period of whatever waits
    readonly property int linger: pace(380) // the look one needs before the next thing

    readonly property int ring: pace(620) // what a landing leaves behind
    readonly property int bounce: pace(1500) // long enough to read the word of a refusal

    // Along a path of that many units: 0.8 to 1.4 s.
    function travelFor(length: real, speed: real): int {
        const ms = root.reducedMotion ? 450 : Math.min(1400, Math.max(800, 620 + 0.7 * length));
        return root.pace(ms / Math.max(1, speed));
    }

    // A path that was used that often.
    function traceWidth(uses: int): real {
        return Math.min(9, 3.4 + 1.7 * Math.sqrt(Math.max(0, uses - 1)));
    }

    // What a lit card says, by `Glow`; empty: nothing.
    function glowOutcome(glow: string): string {
        switch (glow) {
        case "learns": return "acknowledged";
        case "refuses": return "refused";
        case "silent": return "failed";
        case "misses": return "missed";
        default: return "";
        }
    }

    function pace(ms: real): int {
        return Math.max(1, Math.round(ms / Math.max(0.05, root.tempo)));
    }
}
