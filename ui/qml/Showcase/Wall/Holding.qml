pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Stage
import Showcase.Theme

// Between two tours: whose booth this is, what is shown here, and that it goes on.
Item {
    id: root

    property bool stale: false
    property string words: qsTr("One patient. Many systems. Every message real.")
    property string more: qsTr("The next tour begins in a moment.")

    Accessible.role: Accessible.StaticText
    Accessible.name: root.words
    Accessible.description: root.more

    // A journey in the colours of the standards, as the wall draws it once it has begun.
    Item {
        id: emblem
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height * 0.21
        width: 960
        height: 240
        scale: 1.25

        Repeater {
            model: [
                { "svg": "M 96 60 C 190 60 190 180 288 180", "family": "HL7 v2" },
                { "svg": "M 288 180 C 384 180 384 60 480 60", "family": "DICOM" },
                { "svg": "M 480 60 C 576 60 576 180 672 180", "family": "XDS" },
                { "svg": "M 672 180 C 768 180 768 60 864 60", "family": "FHIR" }
            ]
            delegate: Shape {
                id: way
                required property var modelData
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: Theme.familyColor(way.modelData.family)
                    strokeWidth: 7
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap

                    PathSvg { path: way.modelData.svg }
                }
            }
        }

        Repeater {
            model: ["M 12 4 a 4 4 0 1 0 0.01 0 M 4.5 20.5 V 19.5 a 7.5 7.5 0 0 1 15 0 V 20.5",
                "M 4 6.5 L 5.5 8 L 8 5 M 4 15.5 L 5.5 17 L 8 14 M 11.5 6.8 H 20 M 11.5 15.8 H 20",
                "M 12 3 a 9 9 0 1 0 0.01 0 M 12 8 a 4 4 0 1 0 0.01 0",
                "M 6 3 H 14 L 19 8 V 21 H 6 Z M 14 3 V 8 H 19 M 9 13 H 16 M 9 17 H 14",
                "M 4 11 L 12 4 L 20 11 M 6 9.5 V 20 H 18 V 9.5 M 12 11.5 V 17 M 9.2 14.2 H 14.8"]
            delegate: Panel {
                id: stop
                required property string modelData
                required property int index
                x: 96 + index * 192 - width / 2
                y: (index % 2 === 0 ? 60 : 180) - height / 2
                width: 108
                height: 108
                radius: 30
                fill: Theme.card
                edge: Theme.cardEdge
                edgeWidth: 2

                Glyph {
                    anchors.centerIn: parent
                    path: stop.modelData
                    color: Theme.ink
                    size: 54
                    stroke: 1.5
                }
            }
        }
    }

    Words {
        id: claim
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height * 0.58
        width: parent.width - 4 * Theme.margin
        height: 84
        horizontalAlignment: Text.AlignHCenter
        text: root.words
        weight: Theme.bold
        optical: 32
        font.pixelSize: 72
        font.letterSpacing: -0.8
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.title
    }

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: claim.bottom
        anchors.topMargin: Theme.space
        width: parent.width - 4 * Theme.margin
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: root.more
        color: Theme.inkSoft
        font.pixelSize: root.more.length > 60 ? Theme.heading : 44
    }

    Words {
        x: Theme.margin
        y: parent.height - height - 40
        text: qsTr("Showcase")
        weight: Theme.bold
        font.pixelSize: Theme.title
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: parent.height - height - 40
        spacing: Theme.gap
        layoutDirection: Qt.RightToLeft

        Badge { text: qsTr("TEST") }

        Badge {
            visible: root.stale
            text: qsTr("stale")
            color: Theme.danger
        }
    }
}
