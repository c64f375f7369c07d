pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A role, who plays it, and its addresses.
Item {
    id: root

    required property string title
    required property string place
    required property string player
    required property string badge
    required property string addresses
    readonly property bool ours: root.badge === "stand-in"

    implicitHeight: 58

    Words {
        id: role
        y: 7
        width: Math.min(implicitWidth, root.width * 0.48)
        text: root.title
        weight: Theme.semibold
        font.pixelSize: Theme.label - 1
    }

    Words {
        anchors.left: role.right
        anchors.leftMargin: Theme.gap
        anchors.right: mark.left
        anchors.rightMargin: Theme.snug
        anchors.baseline: role.baseline
        text: root.ours ? root.place : root.player
        color: root.ours ? Theme.inkGhost : Theme.inkSoft
        horizontalAlignment: Text.AlignRight
        font.pixelSize: Theme.tiny
    }

    Badge {
        id: mark
        anchors.right: parent.right
        anchors.verticalCenter: role.verticalCenter
        text: root.badge
        dashed: root.ours
        ink: root.ours ? Theme.inkSoft : Theme.outcomeColor("acknowledged")
        fill: root.ours ? "transparent" : Theme.veil(Theme.go, 0.16)
    }

    Words {
        y: 33
        width: parent.width
        text: root.addresses
        color: Theme.inkFaint
        mono: true
        font.pixelSize: 13
    }

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
