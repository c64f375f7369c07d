pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A button with a word on it, and the key that does the same.
Press {
    id: root

    required property string text
    property string key: ""
    property bool strong: false
    property color fill: root.strong ? Theme.go : Theme.card
    property color ink: root.strong ? Theme.inkOnColor : Theme.ink

    name: root.text
    radius: Theme.radius
    implicitWidth: label.implicitWidth + (root.key !== "" ? 60 : 0) + 2 * Theme.wide
    implicitHeight: 52
    opacity: root.enabled ? 1 : 0.5

    Panel {
        anchors.fill: parent
        fill: root.hovered && !root.strong ? Theme.hover : root.fill
        edge: root.strong ? root.fill : Theme.cardEdge
        radius: root.radius
        opacity: root.down ? 0.75 : 1
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap

        Words {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - 2 * Theme.gap - (root.key !== "" ? 60 : 0))
            text: root.text
            color: root.ink
            weight: Theme.semibold
            font.pixelSize: Theme.label
            fontSizeMode: Text.HorizontalFit // a long word in German: smaller before it is cut
            minimumPixelSize: Theme.tiny
            maximumLineCount: 1
        }

        KeyHint {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.key !== ""
            key: root.key
            ink: root.ink
        }
    }
}
