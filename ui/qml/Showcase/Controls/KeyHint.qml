pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A key, drawn as one, and what it does.
Row {
    id: root

    required property string key
    property string does: ""
    property color ink: Theme.inkSoft

    spacing: Theme.snug

    Item {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(height, word.implicitWidth + 14)
        height: 28

        Panel {
            anchors.fill: parent
            fill: "transparent"
            edge: Theme.veil(root.ink, 0.55)
            edgeWidth: 1.2
            radius: 6
        }

        Words {
            id: word
            anchors.centerIn: parent
            text: root.key
            color: root.ink
            weight: Theme.semibold
            font.pixelSize: Theme.tiny
        }
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.does !== ""
        text: root.does
        color: Theme.inkFaint
        font.pixelSize: Theme.small
    }
}
