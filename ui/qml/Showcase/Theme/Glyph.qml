pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A drawn icon: one SVG path on a 24 grid, stroked. Takes any colour in any renderer.
Item {
    id: root

    required property string path
    property color color: Theme.ink
    property real size: 24
    property real stroke: 1.7 // in units of the 24 grid
    property color fill: "transparent"

    implicitWidth: root.size
    implicitHeight: root.size

    Shape {
        width: 24
        height: 24
        scale: root.size / 24
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: root.fill
            strokeColor: root.color
            strokeWidth: root.stroke
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg { path: root.path }
        }
    }
}
