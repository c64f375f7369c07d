pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// The history: every run can be drawn again.
Item {
    id: root

    required property LibraryModel library

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.7
        visible: list.count === 0
        title: qsTr("No run yet")
        words: qsTr("Every run is kept, and can be drawn again exactly as it was.")
    }

    Shelf {
        id: list
        anchors.fill: parent
        model: root.library.runs
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Runs")

        delegate: RunLine {
            id: line
            opacity: list.part(line.y, line.height)
            width: list.width - Theme.snug
            onReplayAsked: root.library.replay(line.run)
            onPageAsked: root.library.savePage(line.run)
            onFilesAsked: root.library.saveFiles(line.run)
        }
    }
}
