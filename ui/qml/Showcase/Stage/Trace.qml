pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Theme

// A path that has been used: faint, and wider the more it was. Dashed: only planned, never used.
Shape {
    id: root

    required property string svg
    required property string family
    required property int uses
    required property bool active
    required property bool planned
    required property bool faded
    property bool ended: false // the story is over: the drawing is the journey
    property real strength: 0

    opacity: root.strength * (root.faded ? 0.22 : 1)
    preferredRendererType: Shape.CurveRenderer
    Component.onCompleted: root.strength = 1

    ShapePath {
        strokeColor: root.active ? Theme.familyColor(root.family)
            : Theme.veil(Theme.familyColor(root.family), root.planned ? 0.5 : root.ended ? 0.95 : Theme.dark ? 0.5 : 0.66)
        strokeWidth: root.planned ? 2.6 : Theme.traceWidth(root.uses) + (root.active ? 2 : 0)
        strokeStyle: root.planned ? ShapePath.DashLine : ShapePath.SolidLine
        dashPattern: [3, 4]
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap
        joinStyle: ShapePath.RoundJoin

        PathSvg { path: root.svg }

        Behavior on strokeWidth {
            NumberAnimation { duration: Theme.slow; easing.type: Easing.OutCubic }
        }
    }

    Behavior on opacity {
        enabled: root.strength === 1
        NumberAnimation { duration: Theme.calm; easing.type: Easing.OutCubic }
    }

    Behavior on strength {
        NumberAnimation { duration: Theme.slow; easing.type: Easing.OutCubic }
    }
}
