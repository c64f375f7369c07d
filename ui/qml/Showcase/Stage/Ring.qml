pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A frame that widens and fades: something has arrived.
Panel {
    id: root

    property real grown: 0

    function start() {
        widen.restart();
    }

    anchors.fill: parent
    anchors.margins: -root.grown
    radius: Theme.radiusCard + root.grown
    fill: "transparent"
    edgeWidth: Theme.lineStrong
    opacity: 0

    ParallelAnimation {
        id: widen
        NumberAnimation { target: root; property: "grown"; from: Theme.reducedMotion ? 8 : 2; to: Theme.reducedMotion ? 8 : 30; duration: Theme.ring; easing.type: Easing.OutCubic }
        NumberAnimation { target: root; property: "opacity"; from: 0.9; to: 0; duration: Theme.ring; easing.type: Easing.InQuad }
    }
}
