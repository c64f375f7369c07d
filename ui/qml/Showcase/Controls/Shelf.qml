pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A list that scrolls, with a quiet mark that says how far.
//
// Lines fade while they leave: `opacity: list.part(line.y, line.height)`. Not for looks alone: the
// software renderer draws a Shape that lies wholly outside the clip as if there were no clip.
ListView {
    id: root

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0

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

    // How much of a line can be seen: 0 while less than two thirds of it can.
    function part(y: real, height: real): real {
        const top = Math.max(y, root.contentY);
        const bottom = Math.min(y + height, root.contentY + root.height);
        return Math.max(0, Math.min(1, (bottom - top) / height * 3 - 2));
    }
}
