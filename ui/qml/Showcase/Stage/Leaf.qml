pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A part of her record: an outline while it is only foreseen.
Panel {
    id: root

    required property string text
    required property string family
    required property bool arrived
    required property string picture

    height: 46
    radius: Theme.radius
    fill: root.arrived ? (root.picture === "" ? Theme.familyFill(root.family) : Theme.film) : "transparent"
    edge: root.arrived ? Theme.familyColor(root.family) : Theme.rail
    edgeWidth: root.arrived ? 2 : Theme.line
    dashed: !root.arrived

    Row {
        anchors.centerIn: parent
        spacing: Theme.snug

        Picture {
            id: thumbnail
            anchors.verticalCenter: parent.verticalCenter
            visible: thumbnail.here
            digest: root.picture
            width: 40
            height: 40
        }

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.arrived && root.picture === ""
            path: Theme.outcomeShape("acknowledged")
            color: Theme.familyText(root.family)
            size: 22
            stroke: 2.6
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.picture !== "" ? Theme.filmInk : root.arrived ? Theme.ink : Theme.inkGhost
            weight: root.arrived ? Theme.semibold : Theme.regular
            font.pixelSize: Theme.label + 1
        }
    }
}
