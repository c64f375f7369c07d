pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Stage
import Showcase.Theme

// The wall on a machine of its own, where nobody sits: no console, and keys only to leave.
Window {
    id: root

    required property StageModel stage
    property string notice: "" // why there may be nothing new to see

    title: qsTr("Showcase wall")
    width: 1280
    height: 720
    color: Theme.backdrop

    Wall {
        anchors.fill: parent
        model: root.stage
        notice: root.notice
    }

    Shortcut {
        sequences: ["F11", "Escape"]
        onActivated: root.visibility = root.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
    }

    Shortcut {
        sequence: StandardKey.Quit
        onActivated: root.close()
    }
}
