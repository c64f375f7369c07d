pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// Every open port and who talks to it; who may come in at all.
Item {
    id: root

    required property ReceptionModel reception
    readonly property int columns: root.width > 640 ? 2 : 1

    Timer {
        interval: 2000
        repeat: true
        running: root.visible
        triggeredOnStart: true
        onTriggered: root.reception.refresh()
    }

    Row {
        id: choices
        width: parent.width
        spacing: Theme.wide

        Choice {
            width: (choices.width - Theme.wide) / 2
            name: qsTr("Who can reach the stand-ins")
            titles: [qsTr("As the cast says"), qsTr("Every network")]
            current: root.reception.everywhere ? 1 : 0
            onChosen: index => root.reception.openNetwork(index === 1)
        }

        Choice {
            width: (choices.width - Theme.wide) / 2
            name: qsTr("Callers whom the cast does not name")
            titles: [qsTr("They knock"), qsTr("Open house")]
            current: root.reception.everybody ? 1 : 0
            onChosen: index => root.reception.openHouse(index === 1)
        }
    }

    ListView {
        id: strangers
        anchors.top: choices.bottom
        anchors.topMargin: Theme.snug
        width: parent.width
        height: Math.min(contentHeight, root.height * 0.4)
        visible: count > 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.reception.strangers
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Callers whom the cast does not name")

        delegate: StrangerLine {
            id: stranger
            width: strangers.width
            onDecided: admitted => root.reception.judge(stranger.address, stranger.name, admitted)
        }
    }

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.7
        visible: ports.count === 0
        title: qsTr("No port is open")
        words: qsTr("The stand-ins open theirs when a tour begins.")
    }

    GridView {
        id: ports
        anchors.top: strangers.visible ? strangers.bottom : choices.bottom
        anchors.topMargin: Theme.snug
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.reception.ports
        cellWidth: root.width / root.columns
        cellHeight: 46
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Open ports")

        delegate: PortLine {
            width: ports.cellWidth - Theme.wide
        }
    }
}
