pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Theme

// A card or a path of the cue that GO would fire: dashed, for staff alone.
Item {
    id: root

    required property string svg
    required property bool named // where it stands is where its word stands

    Shape {
        x: -root.x
        y: -root.y
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: Theme.ink
            strokeWidth: 3.5
            strokeStyle: ShapePath.DashLine
            dashPattern: [2.6, 2.2]
            fillColor: "transparent"
            capStyle: ShapePath.FlatCap
            joinStyle: ShapePath.RoundJoin

            PathSvg { path: root.svg }
        }
    }

    Panel {
        visible: root.named
        anchors.fill: parent
        radius: height / 2
        fill: Theme.backdrop
        edge: Theme.ink
        edgeWidth: 3
        dashed: true

        Words {
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width - 16)
            text: qsTr("next")
            weight: Theme.bold
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
        }
    }
}
