pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// What was found: over all runs, along one value, or between two exchanges.
Item {
    id: root

    required property FinderModel finder
    property color hue: Theme.say // of the value that is followed

    signal closed

    Item {
        id: head
        width: parent.width
        height: 52

        Words {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - close.width - Theme.gap
            text: root.finder.waiting ? qsTr("Looking …") : root.finder.title
            weight: Theme.bold
            elide: Text.ElideMiddle
            maximumLineCount: 1
            font.pixelSize: Theme.label
        }

        IconPress {
            id: close
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: qsTr("Back to the exchange")
            path: "M 5 5 L 19 19 M 19 5 L 5 19"
            onPressed: root.closed()
        }
    }

    // which is which: in the colours that its values have below
    Column {
        id: sides
        anchors.top: head.bottom
        width: parent.width
        visible: root.finder.compared.length > 0
        height: visible ? implicitHeight + Theme.gap : 0
        spacing: 2

        Repeater {
            model: root.finder.compared

            Words {
                id: side

                required property int index
                required property string modelData

                width: sides.width
                text: side.modelData
                color: Theme.outcomeColor(side.index === 0 ? "refused" : "acknowledged")
                weight: Theme.medium
                font.pixelSize: Theme.small
            }
        }
    }

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.85
        visible: !root.finder.waiting && list.count === 0
        title: root.finder.title
        words: root.finder.mode === FinderModel.Mode.SEARCH ? qsTr("Each word must begin a word of a name, a number, a UID or a text that was exchanged.") : ""
    }

    Shelf {
        id: list
        anchors.top: sides.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.finder.rows
        Accessible.role: Accessible.List
        Accessible.name: root.finder.title

        delegate: FoundLine {
            id: line

            required property int index

            opacity: list.part(line.y, line.height)
            width: list.width - Theme.snug
            threaded: root.finder.mode === FinderModel.Mode.THREAD
            hue: root.hue
            last: line.index === list.count - 1
            onPressed: root.finder.open(line.run, line.hop)
        }
    }
}
