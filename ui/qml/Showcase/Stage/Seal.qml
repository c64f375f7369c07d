pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// An audit record on its way, behind everything else.
Item {
    id: root

    required property string hop
    required property string svg
    property real progress: 0

    signal arrived(hop: string)

    x: way.x
    y: way.y
    opacity: 0.75 * Math.min(1, 6 * (1 - root.progress))

    PathInterpolator {
        id: way
        path: Path { PathSvg { path: root.svg } }
        progress: root.progress
    }

    NumberAnimation {
        target: root
        property: "progress"
        running: true
        from: 0
        to: 1
        duration: Theme.travelFor(600, 1)
        easing.type: Easing.InOutQuad
        onFinished: root.arrived(root.hop)
    }

    Panel {
        anchors.centerIn: parent
        width: 20
        height: 20
        radius: 10
        fill: Theme.ground
        edge: Theme.familyColor("Audit")
        edgeWidth: 2

        Panel {
            anchors.centerIn: parent
            width: 8
            height: 8
            radius: 4
            edgeWidth: 0
            fill: Theme.familyColor("Audit")
        }
    }
}
