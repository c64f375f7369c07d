pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// The light around a card. A drawn frame, because effects draw nothing in the software renderer.
Item {
    id: root

    required property bool lit
    required property color color
    property bool breathing: false // somebody is waited for
    property real radius: Theme.radiusCard

    opacity: root.lit ? 1 : 0

    Behavior on opacity {
        NumberAnimation { duration: Theme.calm; easing.type: Easing.OutCubic }
    }

    Item {
        id: light
        anchors.fill: parent

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

    SequentialAnimation {
        running: root.breathing && !Theme.reducedMotion && !Theme.still
        loops: Animation.Infinite
        onStopped: light.opacity = 1
        NumberAnimation { target: light; property: "opacity"; to: 0.25; duration: 2 * Theme.breath; easing.type: Easing.InOutSine }
        NumberAnimation { target: light; property: "opacity"; to: 1; duration: 2 * Theme.breath; easing.type: Easing.InOutSine }
    }
}
