pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A box to tick.
Press {
    id: root

    accessibleRole: Accessible.CheckBox

    Panel {
        anchors.centerIn: parent
        width: 24
        height: 24
        radius: 6
        fill: root.checked ? Theme.selected : root.hovered ? Theme.hover : "transparent"
        edge: root.checked || root.hovered ? Theme.ink : Theme.inkGhost
        edgeWidth: 1.6

        Glyph {
            anchors.centerIn: parent
            visible: root.checked
            path: Theme.outcomeShape("acknowledged")
            color: Theme.ink
            size: 18
            stroke: 3
        }
    }
}
