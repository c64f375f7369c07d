pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A role, who plays it, and its addresses.
Item {
    id: root

    required property string role
    required property string title
    required property string place
    required property string player
    required property string badge
    required property string addresses
    required property bool passable
    required property bool relieved
    property bool fixed: false
    readonly property bool ours: root.badge === "stand-in"

    signal standInAsked
    signal giveBackAsked

    implicitHeight: 58

    Words {
        id: who
        y: 7
        width: Math.min(implicitWidth, root.width * 0.48)
        text: root.title
        weight: Theme.semibold
        font.pixelSize: Theme.label - 1
    }

    Words {
        anchors.left: who.right
        anchors.leftMargin: Theme.gap
        anchors.right: mark.left
        anchors.rightMargin: Theme.snug
        anchors.baseline: who.baseline
        text: root.ours ? root.place : root.player
        color: root.ours ? Theme.inkGhost : Theme.inkSoft
        horizontalAlignment: Text.AlignRight
        font.pixelSize: Theme.tiny
    }

    Badge {
        id: mark
        anchors.right: parent.right
        anchors.verticalCenter: who.verticalCenter
        text: root.ours ? qsTr("stand-in") : root.badge === "assisted" ? qsTr("assisted") : qsTr("vendor")
        dashed: root.ours
        ink: root.ours ? Theme.inkSoft : Theme.outcomeColor("acknowledged")
        fill: root.ours ? "transparent" : Theme.veil(Theme.go, 0.16)
    }

    Press {
        id: pass
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.press
        visible: (root.passable || root.relieved) && !root.fixed
        width: passWord.implicitWidth
        name: root.passable ? qsTr("Let the stand-in play %1").arg(root.title) : qsTr("Give %1 back to its vendor").arg(root.title)
        onPressed: root.passable ? root.standInAsked() : root.giveBackAsked()

        Words {
            id: passWord
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 7
            text: root.passable ? qsTr("stand-in takes it") : qsTr("give it back")
            color: pass.hovered ? Theme.ink : Theme.inkSoft
            font.pixelSize: 14
            font.underline: true
        }
    }

    Words {
        y: 33
        width: parent.width - (pass.visible ? pass.width + Theme.gap : 0)
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
