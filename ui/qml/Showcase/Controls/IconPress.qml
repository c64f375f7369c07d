pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A drawn sign that one can press.
Press {
    id: root

    required property string path
    property color ink: Theme.inkSoft

    width: Theme.press
    height: Theme.press

    Panel {
        anchors.fill: parent
        visible: root.hovered
        fill: Theme.hover
        edgeWidth: 0
        radius: root.radius
    }

    Glyph {
        anchors.centerIn: parent
        path: root.path
        color: root.hovered ? Theme.ink : root.ink
        size: 24
        stroke: 1.8
    }
}
