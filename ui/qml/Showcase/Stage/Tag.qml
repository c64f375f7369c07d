pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A word in a dashed outline: what is not a vendor's.
Panel {
    id: root

    required property string text
    property real size: Theme.small

    implicitWidth: words.implicitWidth + 2 * Theme.gap
    implicitHeight: root.size + Theme.snug
    width: implicitWidth
    height: implicitHeight
    radius: height / 2
    fill: "transparent"
    edge: Theme.inkGhost
    dashed: true

    Words {
        id: words
        anchors.centerIn: parent
        text: root.text
        color: Theme.inkFaint
        weight: Theme.medium
        font.pixelSize: root.size
    }
}
