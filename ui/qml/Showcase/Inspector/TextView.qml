pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// The tree as text, line by line. Pressing a line picks it, in the tree and in the bytes as well.
Item {
    id: root

    required property SideModel side
    readonly property int pickedRow: root.side.textRow

    onPickedRowChanged: if (root.pickedRow >= 0) list.positionViewAtIndex(root.pickedRow, ListView.Contain)

    Panel {
        anchors.fill: parent
        fill: Theme.well
        edgeWidth: 0
        radius: Theme.radius
    }

    Shelf {
        id: list
        anchors.fill: parent
        anchors.margins: Theme.snug
        model: root.side.lines
        Accessible.role: Accessible.List
        Accessible.name: qsTr("The exchange as text")

        delegate: Item {
            id: line

            required property string key
            required property string text

            readonly property bool selected: root.side.key === line.key
            width: list.width - Theme.snug
            implicitHeight: Math.max(26, words.implicitHeight + 6)
            opacity: list.part(line.y, line.height)
            Accessible.role: Accessible.StaticText
            Accessible.name: line.text
            Accessible.selected: line.selected

            TapHandler {
                onTapped: root.side.pick(line.key)
            }

            HoverHandler {
                id: hover
                cursorShape: Qt.PointingHandCursor
            }

            Panel {
                anchors.fill: parent
                visible: line.selected || hover.hovered
                fill: line.selected ? Theme.selected : Theme.hover
                edgeWidth: 0
                radius: 6
            }

            Words {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.hair
                width: parent.width - 2 * Theme.hair
                text: line.text
                color: line.selected ? Theme.ink : Theme.inkSoft
                mono: true
                wrapMode: Text.WrapAnywhere
                maximumLineCount: 8
                font.pixelSize: 14
            }
        }
    }
}
