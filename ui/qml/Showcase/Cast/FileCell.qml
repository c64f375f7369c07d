pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Theme

// A file to bring: dropped here, or by its path. A logo shows itself, as the engine hands it out.
Item {
    id: root

    required property string label
    required property string saved
    required property string hint
    required property string fault
    property string picture: ""

    signal brought(string place)
    signal abandoned
    signal reached

    implicitHeight: line.implicitHeight

    TextCell {
        id: line
        width: parent.width - (root.picture !== "" ? frame.width + Theme.gap : 0)
        label: root.label
        saved: root.saved
        hint: root.hint
        fault: root.fault
        onEntered: text => {
            if (text !== root.saved)
                root.brought(text);
        }
        onAbandoned: root.abandoned()
        onReached: root.reached()
    }

    Panel {
        id: frame
        anchors.right: parent.right
        visible: root.picture !== ""
        width: 132
        height: 68
        fill: Theme.card
        edge: Theme.cardEdge
        radius: Theme.radiusSmall

        Picture {
            anchors.fill: parent
            anchors.margins: 6
            digest: root.picture
        }
    }

    Panel {
        anchors.fill: parent
        anchors.margins: -4
        visible: drop.containsDrag
        fill: Theme.veil(Theme.go, 0.2)
        edge: Theme.go
        radius: Theme.radiusSmall
    }

    DropArea {
        id: drop
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => root.brought(String(event.urls[0]))
    }
}
