pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Which colour is which standard, and what a dashed path means.
Row {
    id: root

    required property list<string> families
    property real size: Theme.label
    property bool planned: false

    spacing: Theme.broad

    Repeater {
        model: root.families
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
                text: entry.modelData === "Audit" ? qsTr("Audit") : entry.modelData
                color: Theme.inkSoft
                weight: Theme.medium
                font.pixelSize: root.size
            }
        }
    }

    Row {
        visible: root.planned
        spacing: Theme.snug + 2

        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: 5

            Repeater {
                model: 3
                delegate: Rectangle {
                    width: 8
                    height: 3
                    color: Theme.inkFaint
                }
            }
        }

        Words {
            text: qsTr("planned")
            color: Theme.inkSoft
            weight: Theme.medium
            font.pixelSize: root.size
        }
    }
}
