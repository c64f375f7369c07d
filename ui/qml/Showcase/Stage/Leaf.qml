pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Theme

// A part of her record, as one would know it again: the images themselves, a page. An outline while
// it is only foreseen.
Panel {
    id: root

    required property string key
    required property string text
    required property string family
    required property bool arrived
    required property list<string> pictures
    readonly property bool film: root.key === "images"
    readonly property real side: Math.min(72, root.height - 14)

    radius: Theme.radius
    fill: !root.arrived ? "transparent" : root.film ? Theme.film : Theme.familyFill(root.family)
    edge: root.arrived ? Theme.familyColor(root.family) : Theme.rail
    edgeWidth: root.arrived ? 2 : Theme.line
    dashed: !root.arrived
    onArrivedChanged: if (root.arrived) come.start()

    NumberAnimation {
        id: come
        target: root
        property: "scale"
        from: Theme.reducedMotion ? 1 : 0.8
        to: 1
        duration: Theme.slow
        easing.type: Easing.OutBack
    }

    Row {
        id: strip
        anchors.verticalCenter: parent.verticalCenter
        x: (root.height - root.side) / 2
        visible: root.film && root.arrived
        spacing: -0.74 * root.side

        Repeater {
            model: root.pictures
            delegate: Picture {
                required property string modelData
                digest: modelData
                width: root.side
                height: root.side
            }
        }
    }

    Shape {
        id: page
        x: strip.x + 4
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.film || !root.arrived
        opacity: root.arrived ? 1 : 0.5
        width: 54
        height: 68
        scale: root.side / 72
        transformOrigin: Item.Left
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: root.arrived ? Theme.paper : "transparent"
            strokeColor: root.arrived ? Theme.familyColor(root.family) : Theme.rail
            strokeWidth: 2.5
            joinStyle: ShapePath.RoundJoin

            PathSvg { path: root.film ? "M 0 8 H 54 V 60 H 0 Z" : "M 0 0 H 38 L 54 16 V 68 H 0 Z" }
        }

        ShapePath {
            fillColor: "transparent"
            strokeColor: root.arrived ? Theme.paperLine : Theme.rail
            strokeWidth: 3.5
            capStyle: ShapePath.RoundCap

            PathSvg { path: root.film ? "M 27 18 a 16 16 0 1 0 0.01 0" : "M 10 26 H 40 M 10 36 H 44 M 10 46 H 44 M 10 56 H 30" }
        }

        ShapePath {
            fillColor: root.arrived && !root.film ? Theme.familyColor(root.family) : "transparent"
            strokeColor: "transparent"

            PathSvg { path: "M 38 0 V 16 H 54 Z" }
        }
    }

    Words {
        readonly property real after: strip.visible ? strip.x + strip.width : page.x + 54 * page.scale
        anchors.verticalCenter: parent.verticalCenter
        x: after + Theme.snug + 2
        width: root.width - x - 6
        height: root.height - 8
        text: root.text
        color: !root.arrived ? Theme.inkGhost : root.film ? Theme.filmInk : Theme.ink
        weight: root.arrived ? Theme.bold : Theme.medium
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        lineHeight: 0.95
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Theme.body
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.tiny
    }
}
