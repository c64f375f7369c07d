pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// One hop in the traffic.
Press {
    id: root

    required property string hop
    required property string at
    required property string transaction
    required property string family
    required property string sender
    required property string receiver
    required property string label
    required property string outcome
    required property string note
    required checked
    property bool tickable: true

    signal checkAsked
    signal reachAsked

    name: qsTr("%1 from %2 to %3, %4").arg(root.transaction).arg(root.sender).arg(root.receiver).arg(Theme.outcomeWord(root.outcome))
    implicitHeight: Theme.press

    Panel {
        anchors.fill: parent
        visible: root.hovered
        fill: Theme.hover
        edgeWidth: 0
        radius: root.radius
    }

    Check {
        id: box
        anchors.verticalCenter: parent.verticalCenter
        visible: root.tickable
        width: visible ? Theme.press : 0
        name: qsTr("Choose %1").arg(root.name)
        checked: root.checked
        ranged: true
        onPressed: root.checkAsked()
        onReached: root.reachAsked()
    }

    Words {
        id: at
        anchors.verticalCenter: parent.verticalCenter
        x: box.width + Theme.hair
        width: 80
        text: root.at
        color: Theme.inkFaint
        font.pixelSize: Theme.small
        font.features: ({ "tnum": 1 })
    }

    Item {
        id: tagBox
        anchors.left: at.right
        anchors.verticalCenter: parent.verticalCenter
        width: 84
        height: 28

        Tag {
            text: root.transaction
            family: root.family
        }
    }

    Words {
        id: who
        anchors.left: tagBox.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, (mark.x - x) * 0.75)
        text: qsTr("%1 → %2").arg(root.sender).arg(root.receiver)
        weight: Theme.medium
        font.pixelSize: Theme.small + 1
    }

    Words {
        anchors.left: who.right
        anchors.leftMargin: Theme.space
        anchors.right: mark.left
        anchors.rightMargin: Theme.snug
        anchors.verticalCenter: parent.verticalCenter
        text: root.label
        color: Theme.inkFaint
        font.pixelSize: Theme.tiny
    }

    OutcomeMark {
        id: mark
        anchors.right: note.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        outcome: root.outcome
        size: Theme.tiny
        worded: root.width > 700 || root.outcome !== "acknowledged"
    }

    Words {
        id: note
        anchors.right: parent.right
        anchors.rightMargin: Theme.snug
        anchors.verticalCenter: parent.verticalCenter
        width: 70
        horizontalAlignment: Text.AlignRight
        text: root.note
        color: Theme.inkFaint
        font.pixelSize: Theme.small
        font.features: ({ "tnum": 1 })
    }
}
