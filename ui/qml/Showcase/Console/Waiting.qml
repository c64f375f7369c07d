pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Three dots that breathe one after the other: something is on its way.
Row {
    id: root

    spacing: Theme.gap

    Repeater {
        model: 3

        Panel {
            id: dot

            required property int index

            width: 14
            height: 14
            radius: 7
            edgeWidth: 0
            fill: Theme.familyColor("DICOM")
            opacity: 0.35

            SequentialAnimation on opacity {
                running: root.visible && !Theme.reducedMotion
                loops: Animation.Infinite
                PauseAnimation { duration: dot.index * Theme.calm }
                NumberAnimation { to: 1; duration: Theme.slow; easing.type: Easing.InOutSine }
                NumberAnimation { to: 0.35; duration: Theme.slow; easing.type: Easing.InOutSine }
                PauseAnimation { duration: (2 - dot.index) * Theme.calm }
            }
        }
    }
}
