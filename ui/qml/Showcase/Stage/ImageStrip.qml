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

    implicitWidth: 190
    implicitHeight: 90
    width: implicitWidth
    height: implicitHeight
    radius: Theme.radius
    fill: Theme.film
    edge: Theme.familyColor(root.family)
    edgeWidth: Theme.lineStrong

    Row {
        anchors.centerIn: parent
        spacing: -16

        Repeater {
            model: root.thumbnails
            delegate: Picture {
                required property string modelData
                digest: modelData
                width: 72
                height: 72
            }
        }
    }

    Panel {
        visible: root.count > 1
        x: parent.width - width + 18
        y: -height / 2 + 2
        width: Math.max(58, number.implicitWidth + 2 * Theme.gap)
        height: 38
        radius: height / 2
        edgeWidth: 0
        fill: Theme.familyColor(root.family)

        Words {
            id: number
            anchors.centerIn: parent
            text: root.badge
            color: Theme.inkOnColor
            weight: Theme.bold
            font.pixelSize: Theme.body
        }
    }
}
