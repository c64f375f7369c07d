pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// The stage as the audience sees it, and the word that says whether they do.
Item {
    id: root

    required property bool live
    required property bool recording
    required property bool stale
    property bool frozen: false
    property bool holding: false
    readonly property bool covered: root.frozen || root.holding // here, or on a wall elsewhere
    readonly property color hue: root.stale ? Theme.outcomeColor("failed")
        : root.recording ? Theme.inkSoft : root.covered ? Theme.say : root.live ? Theme.danger : Theme.rail
    default property alias content: inside.data

    signal wallAsked

    Item {
        id: inside
        anchors.fill: parent
        anchors.margins: 5
        opacity: root.stale ? 0.45 : 1
        clip: true
    }

    Panel {
        anchors.fill: parent
        fill: "transparent"
        edge: root.hue
        edgeWidth: root.live || root.recording || root.stale ? Theme.lineStrong : Theme.line
        radius: Theme.radiusCard
    }

    Press {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.rightMargin: Theme.gap
        anchors.topMargin: -2
        width: word.implicitWidth + 24
        height: Theme.press
        name: root.live ? qsTr("Take the stage off the wall") : qsTr("Put the stage on the wall")
        onPressed: root.wallAsked()

        Panel {
            anchors.centerIn: parent
            width: parent.width
            height: 30
            fill: root.hue
            edgeWidth: 0
            radius: Theme.radiusSmall
        }

        Words {
            id: word
            anchors.centerIn: parent
            text: root.stale ? qsTr("STALE") : root.recording ? qsTr("RECORDING")
                : root.covered ? (root.holding ? qsTr("WALL BLANK") : qsTr("WALL FROZEN"))
                : root.live ? qsTr("LIVE ON WALL") : qsTr("WALL OFF")
            color: root.recording && !root.stale ? Theme.backdrop : root.live || root.covered || root.stale ? Theme.inkOnColor : Theme.inkSoft
            weight: Theme.bold
            font.pixelSize: Theme.tiny
        }
    }
}
