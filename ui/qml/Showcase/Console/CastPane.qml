pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// Who plays what, and where it listens.
Item {
    id: root

    required property CastModel cast
    property bool fixed: false // show mode: nobody changes hands by a click
    readonly property int columns: root.width > 640 ? 2 : 1

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.7
        visible: grid.count === 0
        title: qsTr("No cast yet")
        words: qsTr("Who plays each role stands here as soon as a tour begins.")
    }

    GridView {
        id: grid
        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.cast.rows
        cellWidth: root.width / root.columns
        cellHeight: 58
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Cast")

        cacheBuffer: 0

        delegate: CastLine {
            id: line
            // no software renderer clips a Shape: what is drawn beside the list stays there
            visible: line.width > 0 && line.y >= grid.contentY - 8 && line.y + line.height <= grid.contentY + grid.height + 8
            width: grid.cellWidth - Theme.wide
            fixed: root.fixed
            onStandInAsked: root.cast.standIn(line.role)
            onGiveBackAsked: root.cast.giveBack(line.role)
        }
    }
}
