pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Theme

// A path that has been used: faint, and wider the more it was.
Shape {
    id: root

    required property string svg
    required property string family
    required property int uses
    required property bool active
    property real strength: 0

    opacity: root.strength
    preferredRendererType: Shape.CurveRenderer
    Component.onCompleted: root.strength = 1

    ShapePath {
        strokeColor: root.active ? Theme.familyColor(root.family) : Theme.veil(Theme.familyColor(root.family), Theme.dark ? 0.42 : 0.6)
        strokeWidth: Theme.traceWidth(root.uses)
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap
        joinStyle: ShapePath.RoundJoin

        PathSvg { path: root.svg }

        Behavior on strokeWidth {
            NumberAnimation { duration: Theme.slow; easing.type: Easing.OutCubic }
        }
    }

    Behavior on strength {
        NumberAnimation { duration: Theme.slow; easing.type: Easing.OutCubic }
    }
}
