pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Theme

// Paper: a slip, an order, a page. The family is its edge, the words are what it says.
Item {
    id: root

    required property string kind // slip, order, page
    required property string label
    required property string family
    readonly property real fold: root.kind === "page" ? 32 : 20

    readonly property string drawing: root.kind === "slip" ? "M 12 4 a 4 4 0 1 0 0.01 0 M 4.5 20.5 V 19.5 a 7.5 7.5 0 0 1 15 0 V 20.5"
        : root.kind === "order" ? "M 4 6.5 L 5.5 8 L 8 5 M 4 15.5 L 5.5 17 L 8 14 M 11.5 6.8 H 20 M 11.5 15.8 H 20"
        : "M 5 6 H 19 M 5 10 H 19 M 5 14 H 19 M 5 18 H 13"

    implicitWidth: Math.min(360, Math.max(190, words.implicitWidth + 98))
    implicitHeight: root.kind === "page" ? 108 : 82
    width: implicitWidth
    height: implicitHeight

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: Theme.paper
            strokeColor: Theme.familyColor(root.family)
            strokeWidth: Theme.lineStrong
            joinStyle: ShapePath.RoundJoin
            startX: 8
            startY: 0

            PathLine { x: root.width - root.fold; y: 0 }
            PathLine { x: root.width; y: root.fold }
            PathLine { x: root.width; y: root.height - 8 }
            PathQuad { x: root.width - 8; y: root.height; controlX: root.width; controlY: root.height }
            PathLine { x: 8; y: root.height }
            PathQuad { x: 0; y: root.height - 8; controlX: 0; controlY: root.height }
            PathLine { x: 0; y: 8 }
            PathQuad { x: 8; y: 0; controlX: 0; controlY: 0 }
        }

        ShapePath {
            fillColor: Theme.familyColor(root.family)
            strokeColor: "transparent"
            startX: root.width - root.fold
            startY: 0

            PathLine { x: root.width; y: root.fold }
            PathLine { x: root.width - root.fold; y: root.fold }
            PathLine { x: root.width - root.fold; y: 0 }
        }
    }

    Glyph {
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space - 2
        path: root.drawing
        size: 40
        stroke: 2.1
        color: Theme.paperInk
    }

    Words {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        x: 68
        width: root.width - x - Theme.gap - (root.kind === "page" ? 6 : 0)
        text: root.label
        color: Theme.paperInk
        weight: Theme.bold
        font.pixelSize: Theme.heading + 1
    }
}
