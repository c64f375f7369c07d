pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// One of some, as a word in a pill: chosen, or not.
Press {
    id: root

    required property string text
    property bool chosen: false

    name: root.text
    selected: root.chosen
    radius: height / 2
    implicitHeight: Theme.press
    implicitWidth: row.implicitWidth + 2 * Theme.space

    Panel {
        anchors.fill: parent
        fill: root.chosen ? Theme.goSunk : root.hovered ? Theme.hover : Theme.ground
        edge: root.chosen ? Theme.go : Theme.cardEdge
        edgeWidth: root.chosen ? 2 : Theme.line
        radius: root.radius
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.snug

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.chosen
            path: Theme.outcomeShape("acknowledged")
            color: Theme.outcomeColor("acknowledged")
            size: 18
            stroke: 2.4
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, 300)
            text: root.text
            weight: root.chosen ? Theme.semibold : Theme.medium
            color: root.chosen ? Theme.ink : Theme.inkSoft
            font.pixelSize: Theme.small
        }
    }
}
