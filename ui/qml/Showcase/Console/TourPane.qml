pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// What stands in the cue list's place while nothing is on stage: what there is to play.
Item {
    id: root

    required property ConsoleModel booth
    required property LibraryModel library
    required property SupportModel support
    readonly property bool starting: root.booth.phase === Show.Phase.STARTING
    readonly property bool broken: root.booth.phase === Show.Phase.BROKEN
    readonly property bool ready: root.booth.phase === Show.Phase.EMPTY && root.library.known

    signal lookAgain

    Column {
        visible: !root.ready
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.broad
        spacing: Theme.wide

        Waiting {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !root.broken
        }

        Hollow {
            width: parent.width
            title: root.broken ? qsTr("The systems did not start") : qsTr("The systems are starting")
            words: root.broken ? root.booth.connectionWords
                : qsTr("The systems open their ports. The tours appear as soon as they answer.")
        }

        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.broken
            text: qsTr("Try again")
            strong: true
            onPressed: root.lookAgain()
        }

        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.broken
            text: root.support.busy ? qsTr("Gathering …") : qsTr("Save a support file")
            onPressed: root.support.save()
        }
    }

    Item {
        visible: root.ready
        anchors.fill: parent

        Words {
            id: head
            width: parent.width
            height: 56
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Which tour?")
            weight: Theme.bold
            font.pixelSize: Theme.heading
        }

        Hollow {
            anchors.centerIn: parent
            width: parent.width
            visible: root.library.empty
            title: qsTr("No story found")
            words: qsTr("Put a folder with a story into “scenarios”, or check the ones there with “showcase check”.")
        }

        Shelf {
            id: list
            anchors.top: head.bottom
            anchors.bottom: begin.top
            anchors.bottomMargin: Theme.gap
            width: parent.width
            spacing: Theme.hair
            model: root.library.tours
            section.property: "title"
            section.delegate: SceneHead {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Tours")
            onCountChanged: Qt.callLater(list.reveal)
            onHeightChanged: Qt.callLater(list.reveal)

            function reveal(): void {
                if (root.library.chosenRow >= 0)
                    list.positionViewAtIndex(root.library.chosenRow, ListView.Center);
            }

            delegate: TourLine {
                id: line
                opacity: list.part(line.y, line.height)
                width: list.width - Theme.snug
                onPressed: root.library.choose(line.story, line.cut)
            }
        }

        Button {
            id: watch
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.snug
            width: parent.width
            visible: !root.library.empty
            text: qsTr("Only watch: no story")
            key: qsTr("O")
            onPressed: root.booth.watch()
        }

        Button {
            id: begin
            anchors.bottom: watch.top
            anchors.bottomMargin: Theme.snug
            width: parent.width
            visible: !root.library.empty
            text: qsTr("Begin: %1").arg(root.library.chosen)
            key: qsTr("N")
            strong: true
            onPressed: root.library.begin()
        }
    }
}
