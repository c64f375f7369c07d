pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A rounded surface with an edge.
//
// A Shape, because the software renderer scales a Rectangle's corners as pixels: at 4K they
// would show steps.
Item {
    id: root

    property color fill: Theme.card
    property color edge: Theme.cardEdge
    property real edgeWidth: Theme.line
    property real radius: Theme.radiusCard
    property bool dashed: false
    default property alias content: inside.data

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: root.fill
            strokeColor: root.edgeWidth > 0 ? root.edge : "transparent"
            strokeWidth: Math.max(0.1, root.edgeWidth)
            strokeStyle: root.dashed ? ShapePath.DashLine : ShapePath.SolidLine
            dashPattern: [3, 3]
            joinStyle: ShapePath.RoundJoin

            PathRectangle {
                x: root.edgeWidth / 2
                y: root.edgeWidth / 2
                width: Math.max(1, root.width - root.edgeWidth)
                height: Math.max(1, root.height - root.edgeWidth)
                radius: Math.max(0, Math.min(root.radius, root.height / 2, root.width / 2) - root.edgeWidth / 2)
            }
        }
    }

    Item {
        id: inside
        anchors.fill: parent
    }
}
