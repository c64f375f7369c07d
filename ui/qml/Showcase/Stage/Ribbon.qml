pragma ComponentBehavior: Bound

import QtQuick

// The chapters of the story: which are over, which is on, how much is left.
Item {
    id: root

    required property StageModel model
    readonly property real pitch: Math.min(200, root.width / Math.max(1, stops.count))

    height: 76

    Row {
        anchors.horizontalCenter: parent.horizontalCenter

        Repeater {
            id: stops
            model: root.model.scenes
            delegate: RibbonStop {
                count: stops.count
                width: root.pitch
            }
        }
    }
}
