pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// What the system takes of its role; the stand-in keeps the rest.
Item {
    id: root

    required property var takes
    property alias count: lines.count

    signal toggled(string transaction)

    implicitHeight: inside.height + 2 * Theme.space

    Panel {
        anchors.fill: parent
        fill: Theme.ground
        edge: Theme.groundEdge
        radius: Theme.radius
    }

    Column {
        id: inside
        x: Theme.space
        y: Theme.space
        width: parent.width - 2 * Theme.space
        spacing: Theme.hair

        Words {
            text: qsTr("What it takes of the role")
            weight: Theme.semibold
            font.pixelSize: Theme.label
        }

        Words {
            width: parent.width
            height: implicitHeight + Theme.snug
            text: qsTr("What is not ticked stays with our stand-in.")
            color: Theme.inkFaint
            font.pixelSize: Theme.small
        }

        Repeater {
            id: lines
            model: root.takes

            Press {
                id: line

                required property string transaction
                required property string title
                required property string family
                required property string direction
                required property bool taken

                name: qsTr("%1 %2").arg(line.transaction).arg(line.title)
                accessibleRole: Accessible.CheckBox
                selected: line.taken
                width: inside.width
                height: 48
                onPressed: root.toggled(line.transaction)

                Panel {
                    id: box
                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.hair
                    width: 26
                    height: 26
                    radius: 7
                    fill: line.taken ? Theme.goSunk : Theme.well
                    edge: line.taken ? Theme.go : Theme.rail
                    edgeWidth: 2

                    Glyph {
                        anchors.centerIn: parent
                        visible: line.taken
                        path: Theme.outcomeShape("acknowledged")
                        color: Theme.outcomeColor("acknowledged")
                        size: 18
                        stroke: 2.8
                    }
                }

                Tag {
                    id: tag
                    anchors.left: box.right
                    anchors.leftMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    width: 74
                    text: line.transaction
                    family: line.family
                }

                Words {
                    anchors.left: tag.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: way.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.title
                    color: line.taken ? Theme.ink : Theme.inkFaint
                    font.pixelSize: Theme.small
                }

                Words {
                    id: way
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.taken ? line.direction : qsTr("stand-in")
                    color: Theme.inkFaint
                    font.pixelSize: Theme.tiny
                }
            }
        }
    }
}
