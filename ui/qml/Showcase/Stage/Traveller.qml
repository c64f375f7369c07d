pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// One hop on its way. Python says which phase begins; each phase is reported when it is done.
Item {
    id: root

    required property string hop
    required property string svg
    required property string back
    required property real length
    required property real wait
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
    property real progress: 0
    property real homeward: 0

    signal finished(hop: string, step: int)

    onStepChanged: root.begin()
    Component.onCompleted: root.begin()

    function begin() {
        if (root.phase === "travel")
            go.restart();
        else if (root.phase === "land")
            land.restart();
        else if (root.phase === "bounce")
            bounce.restart();
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
        x: there.x
        y: there.y
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
            anchors.horizontalCenter: parent.left
            y: 44
            width: word.width + 2 * Theme.space
            height: 48
            radius: 24
            fill: Theme.backdrop
            edge: Theme.outcomeColor(root.outcome)
            edgeWidth: Theme.lineStrong

            OutcomeMark {
                id: word
                anchors.centerIn: parent
                outcome: root.outcome
                size: Theme.body
            }
        }

        SequentialAnimation on scale {
            running: root.phase === "hover" && !Theme.reducedMotion
            loops: Animation.Infinite
            alwaysRunToEnd: true
            NumberAnimation { to: 1.05; duration: Theme.breath; easing.type: Easing.InOutSine }
            NumberAnimation { to: 1.0; duration: Theme.breath; easing.type: Easing.InOutSine }
        }
    }

    // The answer: what was asked for, or a small check, back to whoever sent.
    Item {
        x: home.x
        y: home.y
        visible: root.homeward > 0 && root.homeward < 1 && root.back !== ""
        opacity: Math.min(1, 5 * root.homeward, 5 * (1 - root.homeward))

        Thing {
            visible: root.returns !== ""
            x: -width / 2
            y: -height / 2
            thing: root.returns === "" ? "note" : root.returns
            family: root.family
            label: root.label
            count: root.count
            thumbnails: root.thumbnails
        }

        Panel {
            visible: root.returns === ""
            anchors.centerIn: parent
            width: 34
            height: 34
            radius: 17
            fill: Theme.backdrop
            edge: Theme.outcomeColor("acknowledged")
            edgeWidth: Theme.lineStrong

            Glyph {
                anchors.centerIn: parent
                path: Theme.outcomeShape("acknowledged")
                color: Theme.outcomeColor("acknowledged")
                size: 22
                stroke: 2.8
            }
        }
    }

    ParallelAnimation {
        id: go
        onFinished: root.report()
        NumberAnimation { target: root; property: "progress"; from: Theme.reducedMotion ? root.wait : 0; to: root.wait; duration: Theme.travelFor(root.length, root.speed); easing.type: Easing.InOutCubic }
        NumberAnimation { target: carried; property: "opacity"; from: 0; to: 1; duration: Theme.calm }
        NumberAnimation { target: carried; property: "scale"; from: 0.55; to: 1; duration: Theme.calm; easing.type: Easing.OutBack }
    }

    SequentialAnimation {
        id: land
        onFinished: root.report()
        ParallelAnimation {
            NumberAnimation { target: root; property: "progress"; to: 1; duration: Theme.calm; easing.type: Easing.InCubic }
            NumberAnimation { target: carried; property: "opacity"; to: 0; duration: Theme.calm; easing.type: Easing.InCubic }
            NumberAnimation { target: carried; property: "scale"; to: 0.4; duration: Theme.calm; easing.type: Easing.InCubic }
        }
        NumberAnimation { target: root; property: "homeward"; from: 0; to: 1; duration: root.returns === "" ? Theme.slow / root.speed : Theme.travelFor(root.length, root.speed); easing.type: Easing.InOutCubic }
    }

    SequentialAnimation {
        id: bounce
        onFinished: root.report()
        NumberAnimation { target: root; property: "progress"; to: Math.max(0.25, root.wait - 70 / Math.max(140, root.length)); duration: Theme.slow; easing.type: Easing.OutBack }
        PauseAnimation { duration: Theme.bounce }
        NumberAnimation { target: carried; property: "opacity"; to: 0; duration: Theme.calm }
    }
}
