pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Stage
import Showcase.Theme

// The wall as a window of its own.
Window {
    id: root

    required property StageModel stage

    title: qsTr("Showcase wall")
    width: 1280
    height: 720
    color: Theme.backdrop

    Wall {
        anchors.fill: parent
        model: root.stage
    }
}
