pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Something a system knows: an identifier in its own colour, else in the colour of its family.
Panel {
    id: root

    required property string text
    required property string family
    required property list<int> marks
    property real size: 18
    property real longest: 260
    readonly property real inset: 8

    implicitWidth: Math.min(root.longest, dots.width + words.implicitWidth + 6 + 2 * root.inset)
    implicitHeight: root.size + 12
    width: implicitWidth
    height: implicitHeight
    radius: height / 2
    fill: root.marks.length > 0 ? Theme.veil(Theme.identityColor(root.marks[0]), Theme.dark ? 0.16 : 0.14)
                                : Theme.familyFill(root.family)
    edge: root.marks.length > 0 ? Theme.veil(Theme.identityColor(root.marks[0]), 0.65) : "transparent"
    edgeWidth: Theme.line
    Component.onCompleted: appear.start()

    NumberAnimation {
        id: appear
        target: root
        property: "scale"
        from: 0.6
        to: 1
        duration: Theme.calm
        easing.type: Easing.OutBack
    }

    Row {
        id: dots
        anchors.verticalCenter: parent.verticalCenter
        x: root.inset
        spacing: -3

        Repeater {
            model: root.marks
            delegate: Panel {
                required property int modelData
                width: 12
                height: 12
                radius: 4
                edgeWidth: 0
                fill: Theme.identityColor(modelData)
            }
        }

        Panel {
            visible: root.marks.length === 0
            width: 12
            height: 12
            radius: 6
            edgeWidth: 0
            fill: Theme.familyColor(root.family)
        }
    }

    Words {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        x: dots.x + dots.width + 6
        width: Math.min(implicitWidth + 1, root.width - x - root.inset + 2)
        text: root.text
        weight: Theme.semibold
        font.pixelSize: root.size
    }
}
