pragma ComponentBehavior: Bound

import QtQuick

// A drawing board 1080 units high (or 1920 wide, whichever is reached first), scaled to fill its
// parent. Children are laid out in board units.
Item {
    id: root

    property real least: 1920 // the width, in units, that the design needs
    readonly property real unit: Math.max(0.05, Math.min(root.width / root.least, root.height / 1080))
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
