pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// One of a few, side by side.
Item {
    id: root

    required property string name
    required property list<string> titles
    required property int current

    signal chosen(int index)

    implicitHeight: 48
    implicitWidth: 400
    Accessible.role: Accessible.Grouping
    Accessible.name: root.name

    Panel {
        anchors.fill: parent
        fill: Theme.well
        edgeWidth: 0
        radius: Theme.radius
    }

    Row {
        anchors.fill: parent
        anchors.margins: 2

        Repeater {
            model: root.titles

            Press {
                id: each

                required property string modelData
                required property int index

                width: (root.width - 4) / root.titles.length
                height: Theme.press
                name: each.modelData
                accessibleRole: Accessible.RadioButton
                selected: root.current === each.index
                radius: Theme.radius - 3
                onPressed: root.chosen(each.index)

                Panel {
                    anchors.fill: parent
                    visible: each.selected || each.hovered
                    fill: each.selected ? Theme.selected : Theme.hover
                    edgeWidth: 0
                    radius: each.radius
                }

                Words {
                    anchors.centerIn: parent
                    width: Math.min(implicitWidth, parent.width - Theme.snug)
                    text: each.modelData
                    color: each.selected ? Theme.ink : Theme.inkFaint
                    weight: each.selected ? Theme.semibold : Theme.medium
                    font.pixelSize: Theme.small
                }
            }
        }
    }
}
