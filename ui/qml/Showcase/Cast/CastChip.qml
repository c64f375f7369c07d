pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// One cast, to choose.
Press {
    id: root

    required property string file
    required property string title
    required property string detail
    required property bool shown
    required property bool faulty

    name: qsTr("Play with the cast %1: %2").arg(root.title).arg(root.detail)
    accessibleRole: Accessible.RadioButton
    selected: root.shown
    radius: Theme.radius
    implicitHeight: 64
    implicitWidth: Math.min(320, Math.max(title.implicitWidth, detail.implicitWidth) + 2 * Theme.space + 26)

    Panel {
        anchors.fill: parent
        fill: root.shown ? Theme.goSunk : root.hovered ? Theme.hover : Theme.ground
        edge: root.shown ? Theme.go : Theme.groundEdge
        edgeWidth: root.shown ? 2 : Theme.line
        radius: root.radius
    }

    Glyph {
        id: mark
        x: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        path: root.faulty ? Theme.outcomeShape("failed") : root.shown ? Theme.outcomeShape("acknowledged") : "M 12 5 A 7 7 0 1 1 11.99 5"
        color: root.faulty ? Theme.outcomeColor("failed") : root.shown ? Theme.outcomeColor("acknowledged") : Theme.inkGhost
        size: 20
        stroke: 2.2
    }

    Column {
        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1

        Words {
            id: title
            width: parent.width
            text: root.title
            weight: Theme.semibold
            font.pixelSize: Theme.small + 1
        }

        Words {
            id: detail
            width: parent.width
            text: root.detail
            color: root.faulty ? Theme.outcomeColor("failed") : Theme.inkFaint
            font.pixelSize: Theme.tiny
        }
    }
}
