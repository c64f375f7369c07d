pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What travels, by its kind.
Item {
    id: root

    required property string thing
    required property string family
    required property string label
    required property int count
    property string badge: root.count
    property list<string> thumbnails: []

    implicitWidth: loader.width
    implicitHeight: loader.height
    width: implicitWidth
    height: implicitHeight

    Loader {
        id: loader
        sourceComponent: root.thing === "images" ? images
            : root.thing === "question" ? question
            : root.thing === "note" || root.thing === "seal" ? note
            : sheet
    }

    Component {
        id: images
        ImageStrip {
            thumbnails: root.thumbnails
            count: root.count
            badge: root.badge
            family: root.family
        }
    }

    Component {
        id: sheet
        Sheet {
            kind: root.thing
            label: root.label
            family: root.family
        }
    }

    Component {
        id: question
        Panel {
            width: 80
            height: 80
            radius: 40
            fill: Theme.familyColor(root.family)
            edge: Theme.paper
            edgeWidth: Theme.lineStrong

            Words {
                anchors.centerIn: parent
                text: "?"
                color: Theme.inkOnColor
                weight: Theme.bold
                font.pixelSize: 52
            }
        }
    }

    Component {
        id: note
        Panel {
            width: 82
            height: 60
            radius: Theme.radius
            fill: Theme.familyColor(root.family)
            edge: Theme.paper
            edgeWidth: Theme.lineStrong

            Glyph {
                anchors.centerIn: parent
                path: "M 4 7 H 20 M 4 12 H 20 M 4 17 H 13"
                color: Theme.inkOnColor
                size: 38
                stroke: 2.4
            }
        }
    }
}
