pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Theme

// A path that a followed value took: one stretch of its thread, woven in the order of the journey.
Shape {
    id: root

    required property string svg
    required property int first
    required property color hue
    property real strength: Theme.still ? 1 : 0

    opacity: root.strength
    preferredRendererType: Shape.CurveRenderer
    Component.onCompleted: weave.start()

    SequentialAnimation {
        id: weave
        PauseAnimation { duration: Theme.reducedMotion ? 1 : Theme.quick * Math.min(20, root.first) }
        NumberAnimation { target: root; property: "strength"; to: 1; duration: Theme.calm; easing.type: Easing.OutCubic }
    }

    // lifts it off whatever it crosses
    ShapePath {
        strokeColor: Theme.ground
        strokeWidth: 17
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap
        joinStyle: ShapePath.RoundJoin

        PathSvg { path: root.svg }
    }

    ShapePath {
        strokeColor: root.hue
        strokeWidth: 9
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap
        joinStyle: ShapePath.RoundJoin

        PathSvg { path: root.svg }
    }
}
