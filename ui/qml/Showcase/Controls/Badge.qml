pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A word about a thing, in a pill: dashed for a stand-in, because nobody shall take it for a vendor.
Item {
    id: root

    required property string text
    property color ink: Theme.inkSoft
    property color fill: "transparent"
    property bool dashed: false

    implicitWidth: word.implicitWidth + 22
    implicitHeight: 28

    Panel {
        anchors.fill: parent
        fill: root.fill
        edge: Theme.veil(root.ink, 0.7)
        edgeWidth: root.dashed ? 1.2 : 0
        dashed: root.dashed
        radius: height / 2
    }

    Words {
        id: word
        anchors.centerIn: parent
        text: root.text
        color: root.ink
        weight: Theme.semibold
        font.pixelSize: Theme.tiny
    }
}
