pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// The light around a card. A drawn frame, because effects draw nothing in the software renderer.
Item {
    id: root

    required property bool lit
    required property color color
    property real radius: Theme.radiusCard

    opacity: root.lit ? 1 : 0

    Behavior on opacity {
        NumberAnimation { duration: Theme.calm; easing.type: Easing.OutCubic }
    }

    Repeater {
        model: [20, 11]
        delegate: Panel {
            required property int modelData
            anchors.fill: parent
            anchors.margins: -modelData
            radius: root.radius + modelData
            edgeWidth: 0
            fill: Theme.veil(root.color, modelData > 12 ? 0.10 : 0.26)
        }
    }
}
