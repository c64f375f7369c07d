pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// One hop on its way. Python says which phase begins; each phase is reported when it is done.
//
// With reduced motion nothing travels: what is sent appears at the foot of its receiver, whose
// path and card are lit anyway, and fades.
Item {
    id: root

    required property string hop
    required property string svg
    required property string back
    required property real length
    required property real wait
    required property real dockX
    required property real dockY
    required property string thing
    required property string returns
    required property string family
    required property string label
    required property int count
    required property int done
    required property list<string> thumbnails
    required property string phase
    required property int step
    required property real speed
    required property string outcome
    readonly property bool calm: Theme.reducedMotion
    readonly property real recoil: Math.max(0.2, root.wait - 190 / Math.max(280, root.length)) // clear of the card that said no
    readonly property real near: 0.62 // share of the way from which it makes itself small, so that it hides no title
    property real progress: 0
    property real homeward: 0
    property real docked: root.calm ? 1 : 0 // 1: small, at the foot of the card

    signal finished(hop: string, step: int)

    onStepChanged: root.begin()
    onPhaseChanged: if (root.phase === "hover" && !root.calm) settle.restart()
    Component.onCompleted: root.begin()

    function begin() {
        if (root.phase === "travel")
            go.restart();
        else if (root.phase === "land")
            land.restart();
        else if (root.phase === "bounce")
            bounce.restart();
    }

    // For a picture: stand still where the phase is best seen.
    function pose(share: real) {
        go.stop();
        land.stop();
        bounce.stop();
        settle.stop();
        root.docked = root.calm || root.phase === "hover" ? 1 : root.phase === "bounce" ? 0 : Math.max(0, (share - root.near) / (1 - root.near));
        root.progress = root.phase === "bounce" ? root.recoil : root.phase === "hover" ? root.wait : share * root.wait;
        root.homeward = root.phase === "land" ? 0.45 : 0;
        carried.opacity = root.phase === "land" ? 0 : 1;
        carried.swell = 1;
    }

    function report() {
        root.finished(root.hop, root.step);
    }

    PathInterpolator {
        id: there
        path: Path { PathSvg { path: root.svg } }
        progress: root.progress
    }

    PathInterpolator {
        id: home
        path: Path { PathSvg { path: root.back } }
        progress: root.homeward
    }

    Item {
        id: carried
        property real swell: 1
        x: there.x + (root.dockX - there.x) * root.docked
        y: there.y + (root.dockY - there.y) * root.docked
        scale: carried.swell * (1 - 0.53 * root.docked) // docked: as `Scenery.dock` counts on
        visible: root.svg !== ""

        Thing {
            x: -width / 2
            y: -height / 2
            thing: root.thing
            family: root.family
            label: root.label
            count: root.count
            badge: root.outcome === "" && root.done > 0 ? qsTr("%1 of %2").arg(root.done).arg(root.count) : root.count
            thumbnails: root.thumbnails
        }

        Panel {
            visible: root.phase === "bounce"
            x: -width / 2
            y: -92
            width: 72
            height: 72
            radius: 36
            fill: Theme.backdrop
            edge: Theme.outcomeColor(root.outcome)
            edgeWidth: Theme.lineStrong

            OutcomeMark {
                anchors.centerIn: parent
                outcome: root.outcome
                worded: false // the word stands on the card that said it
                size: Theme.title
            }
        }
    }

    // The answer: what was asked for, or a small check, back to whoever sent.
    Item {
        x: home.x
        y: home.y
        visible: root.homeward > 0 && root.homeward < 1 && root.back !== ""
        opacity: Math.min(1, 5 * root.homeward, 5 * (1 - root.homeward))

        Loader {
            active: root.returns !== ""
            sourceComponent: Thing {
                x: -width / 2
                y: -height / 2
                thing: root.returns
                family: root.family
                label: root.label
                count: root.count
                thumbnails: root.thumbnails
            }
        }

        Panel {
            visible: root.returns === ""
            anchors.centerIn: parent
            width: 44
            height: 44
            radius: 22
            fill: Theme.backdrop
            edge: Theme.outcomeColor("acknowledged")
            edgeWidth: Theme.lineStrong

            Glyph {
                anchors.centerIn: parent
                path: Theme.outcomeShape("acknowledged")
                color: Theme.outcomeColor("acknowledged")
                size: 28
                stroke: 2.8
            }
        }
    }

    ParallelAnimation {
        id: go
        onFinished: root.report()
        NumberAnimation { target: root; property: "progress"; from: root.calm ? root.wait : 0; to: root.wait; duration: Theme.travelFor(root.length, root.speed); easing.type: Easing.InOutCubic }
        SequentialAnimation {
            PauseAnimation { duration: root.near * Theme.travelFor(root.length, root.speed) }
            NumberAnimation { target: root; property: "docked"; to: 1; duration: (1 - root.near) * Theme.travelFor(root.length, root.speed); easing.type: Easing.InOutCubic }
        }
        NumberAnimation { target: carried; property: "opacity"; from: 0; to: 1; duration: Theme.calm }
        NumberAnimation { target: carried; property: "swell"; from: root.calm ? 1 : 0.55; to: 1; duration: Theme.calm; easing.type: Easing.OutBack }
    }

    NumberAnimation { id: settle; target: root; property: "docked"; to: 1; duration: Theme.slow; easing.type: Easing.InOutCubic }

    SequentialAnimation {
        id: land
        onFinished: root.report()
        ParallelAnimation {
            NumberAnimation { target: root; property: "progress"; to: root.calm ? root.wait : 1; duration: Theme.calm; easing.type: Easing.InCubic }
            NumberAnimation { target: carried; property: "opacity"; to: 0; duration: Theme.calm; easing.type: Easing.InCubic }
            NumberAnimation { target: carried; property: "swell"; to: root.calm ? 1 : 0.4; duration: Theme.calm; easing.type: Easing.InCubic }
        }
        PauseAnimation { duration: root.calm ? Theme.slow : 1 }
        NumberAnimation { target: root; property: "homeward"; from: 0; to: root.calm ? 0 : 1; duration: root.calm ? 1 : root.returns === "" ? Theme.slow / root.speed : Theme.travelFor(root.length, root.speed); easing.type: Easing.InOutCubic }
    }

    SequentialAnimation {
        id: bounce
        onFinished: root.report()
        ParallelAnimation {
            NumberAnimation { target: root; property: "progress"; to: root.recoil; duration: Theme.slow; easing.type: Easing.OutBack }
            NumberAnimation { target: root; property: "docked"; to: root.calm ? 1 : 0; duration: Theme.slow; easing.type: Easing.OutCubic }
        }
        PauseAnimation { duration: Theme.bounce }
        NumberAnimation { target: carried; property: "opacity"; to: 0; duration: Theme.calm }
    }
}
