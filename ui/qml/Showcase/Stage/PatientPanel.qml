pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// She has a place of her own: her name, her numbers, her record growing.
Panel {
    id: root

    required property StageModel model

    fill: Theme.panel
    edge: Theme.panelEdge
    radius: Theme.radiusCard + 4

    Item {
        anchors.fill: parent
        anchors.margins: 20

        Panel {
            id: face
            width: 68
            height: 68
            radius: 34
            edgeWidth: 0
            fill: Theme.avatar

            Words {
                anchors.centerIn: parent
                text: root.model.initials
                weight: Theme.bold
                font.pixelSize: Theme.heading
            }
        }

        Words {
            id: name
            x: face.width + Theme.space + 2
            y: -4
            width: parent.width - x
            text: root.model.patient
            weight: Theme.bold
            font.pixelSize: Theme.title
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
        }

        Words {
            x: name.x
            y: 42
            width: parent.width - x
            text: root.model.tell
            color: Theme.inkSoft
            font.pixelSize: Theme.body - 1
        }

        Flow {
            id: known
            y: 78
            width: parent.width
            height: parent.height - leaves.height - y - Theme.hair
            spacing: 5

            Repeater {
                model: root.model.identities
                delegate: Chip {
                    required property int number
                    family: ""
                    marks: [number]
                    size: Theme.label + 1
                    opacity: y + height <= known.height + 2 ? 1 : 0 // a clip would not hide a Shape
                }
            }
        }

        Row {
            id: leaves
            anchors.bottom: parent.bottom
            width: parent.width
            height: 50
            spacing: Theme.gap

            Repeater {
                id: leaf
                model: root.model.leaves
                delegate: Leaf {
                    width: (leaves.width - Theme.gap * (leaf.count - 1)) / Math.max(1, leaf.count)
                }
            }
        }
    }
}
