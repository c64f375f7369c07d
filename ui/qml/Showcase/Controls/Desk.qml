pragma ComponentBehavior: Bound

import QtQuick

// The surface of a window that is read from two metres: laid out in board units that never get
// smaller than a person can read and press, so a small window holds less rather than tinier.
Item {
    id: root

    property real least: 0.82
    readonly property real unit: Math.max(root.least, Math.min(root.width / 1920, root.height / 1080))
    default property alias content: board.data

    clip: true

    Item {
        id: board
        width: root.width / root.unit
        height: root.height / root.unit
        scale: root.unit
        transformOrigin: Item.TopLeft
    }
}
