pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// What stands in the cue list's place while nothing is played: who is seen, and who has no name yet.
Item {
    id: root

    required property ReceptionModel reception
    required property ConsoleModel booth

    signal done

    Column {
        id: head
        width: parent.width
        spacing: Theme.gap

        Words {
            width: parent.width
            height: 56
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Watching")
            weight: Theme.bold
            font.pixelSize: Theme.heading
        }

        Words {
            width: parent.width
            text: qsTr("No story is played. Every exchange that the systems, the taps and the audit records see is drawn as it happens.")
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
        }

        Words {
            width: parent.width
            topPadding: Theme.space
            visible: list.count > 0
            text: qsTr("Callers whom the cast does not name")
            weight: Theme.semibold
            font.pixelSize: Theme.label
        }
    }

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.9
        visible: list.count === 0
        title: qsTr("Nobody unknown has called")
        words: qsTr("Where others enter our systems stands under Cast. A caller whom the cast does not name stands here, and can be named with one press.")
    }

    Shelf {
        id: list
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: begin.top
        anchors.bottomMargin: Theme.gap
        width: parent.width
        spacing: Theme.gap
        model: root.reception.unknown
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Callers whom the cast does not name")

        delegate: UnknownLine {
            id: line
            width: list.width - Theme.snug
            opacity: list.part(line.y, line.height)
            onNameWanted: name => root.reception.name(line.address, name)
            onDone: root.done()
        }
    }

    Button {
        id: begin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.snug
        width: parent.width
        text: qsTr("Begin a tour")
        key: qsTr("N")
        onPressed: root.booth.nextTour()
    }
}
