pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A strip of the real pictures, and how many there are.
Panel {
    id: root

    required property list<string> thumbnails
    required property int count
    required property string family
    property string badge: root.count

    implicitWidth: 280
    implicitHeight: 120
    width: implicitWidth
    height: implicitHeight
    radius: Theme.radius
    fill: Theme.film
    edge: Theme.familyColor(root.family)
    edgeWidth: Theme.lineStrong

    Row {
        anchors.centerIn: parent
        spacing: -18

        Repeater {
            model: Math.max(1, Math.min(3, root.count))
            delegate: Item {
                id: frame
                required property int index
                width: 98
                height: 98

                Glyph {
                    anchors.centerIn: parent
                    visible: !picture.here
                    path: "M 3 7 a 4 4 0 0 1 4 -4 H 17 a 4 4 0 0 1 4 4 V 17 a 4 4 0 0 1 -4 4 H 7 a 4 4 0 0 1 -4 -4 Z M 12 7.5 a 4.5 4.5 0 1 0 0.01 0"
                    color: Theme.familyColor(root.family)
                    size: 52
                    stroke: 1.2
                }

                Picture {
                    id: picture
                    anchors.fill: parent
                    digest: frame.index < root.thumbnails.length ? root.thumbnails[frame.index] : ""
                }
            }
        }
    }

    Panel {
        visible: root.count > 1
        x: parent.width - width + 18
        y: -height / 2 + 2
        width: Math.max(72, number.implicitWidth + 2 * Theme.gap)
        height: 48
        radius: height / 2
        edgeWidth: 0
        fill: Theme.familyColor(root.family)

        Words {
            id: number
            anchors.centerIn: parent
            text: root.badge
            color: Theme.inkOnColor
            weight: Theme.bold
            font.pixelSize: Theme.heading + 2
        }
    }
}
