pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Which colour is which standard.
Row {
    id: root

    property real size: Theme.label

    spacing: Theme.broad

    Repeater {
        model: Theme.families
        delegate: Row {
            id: entry
            required property string modelData
            spacing: Theme.snug + 2

            Panel {
                anchors.verticalCenter: parent.verticalCenter
                width: 28
                height: 8
                radius: 4
                edgeWidth: 0
                fill: Theme.familyColor(entry.modelData)
            }

            Words {
                text: entry.modelData
                color: Theme.inkSoft
                weight: Theme.medium
                font.pixelSize: root.size
            }
        }
    }
}
