pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Which exchanges of a thread: their numbers in its order, on its line, like a stop on a map.
Panel {
    id: root

    required property string numbers
    required property color hue

    implicitWidth: Math.max(root.height, said.implicitWidth + 24)
    implicitHeight: 42
    radius: height / 2
    fill: Theme.backdrop
    edge: root.hue
    edgeWidth: 4

    Words {
        id: said
        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - 16)
        text: root.numbers
        weight: Theme.bold
        font.pixelSize: root.height * 0.68
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        maximumLineCount: 1
    }
}
