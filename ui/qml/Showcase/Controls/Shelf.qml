pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A list that scrolls, with a quiet mark that says how far.
ListView {
    id: root

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 400

    Rectangle {
        parent: root
        anchors.right: parent.right
        visible: root.visibleArea.heightRatio < 1
        y: root.visibleArea.yPosition * root.height
        width: 4
        height: Math.max(32, root.visibleArea.heightRatio * root.height)
        radius: 2
        color: Theme.rail
    }
}
