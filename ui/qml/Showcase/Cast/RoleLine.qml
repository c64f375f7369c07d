pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A role, and who plays it.
Press {
    id: root

    required property string role
    required property string title
    required property string place
    required property string player
    required property string badge
    required property bool shown
    readonly property bool ours: root.badge === "stand-in"
    readonly property string word: root.ours ? qsTr("stand-in") : root.badge === "assisted" ? qsTr("assisted")
        : root.badge === "new" ? qsTr("new") : qsTr("vendor")

    name: qsTr("%1, %2: %3").arg(root.title).arg(root.word).arg(root.ours ? root.place : root.player)
    selected: root.shown
    radius: Theme.radius
    implicitHeight: 66

    Panel {
        anchors.fill: parent
        fill: root.shown ? Theme.selected : root.hovered ? Theme.hover : "transparent"
        edgeWidth: 0
        radius: root.radius
    }

    Words {
        id: who
        x: Theme.gap
        y: 10
        width: parent.width - mark.width - 3 * Theme.gap
        text: root.title
        weight: Theme.semibold
        font.pixelSize: Theme.label - 1
    }

    Words {
        x: Theme.gap
        anchors.top: who.bottom
        anchors.topMargin: 1
        width: parent.width - mark.width - 3 * Theme.gap
        text: root.ours ? root.place : root.player
        color: root.ours ? Theme.inkFaint : Theme.inkSoft
        weight: root.ours ? Theme.regular : Theme.medium
        font.pixelSize: Theme.tiny + 1
    }

    Badge {
        id: mark
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: root.word
        dashed: root.ours
        ink: root.ours ? Theme.inkSoft : root.badge === "new" ? Theme.say : Theme.outcomeColor("acknowledged")
        fill: root.ours ? "transparent" : Theme.veil(root.badge === "new" ? Theme.say : Theme.go, 0.16)
    }
}
