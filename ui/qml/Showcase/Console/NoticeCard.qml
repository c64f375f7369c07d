pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// One notice. Pressing it puts it away.
Press {
    id: root

    required property int key
    required property string words
    required property string remedy
    required property string level
    readonly property color hue: root.level === "error" ? Theme.danger
        : root.level === "warning" ? Theme.outcomeColor("failed") : Theme.familyColor("DICOM")

    name: qsTr("Notice: %1 %2. Press to put it away.").arg(root.words).arg(root.remedy)
    accessibleRole: Accessible.AlertMessage
    radius: Theme.radius
    implicitHeight: text.implicitHeight + 2 * Theme.gap

    Panel {
        anchors.fill: parent
        fill: root.hovered ? Theme.hover : Theme.card
        edge: root.hue
        radius: root.radius
    }

    Column {
        id: text
        anchors.left: parent.left
        anchors.right: cross.left
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.snug
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        Words {
            width: parent.width
            text: root.words
            weight: Theme.semibold
            wrapMode: Text.Wrap
            maximumLineCount: 4
            font.pixelSize: Theme.small
        }

        Words {
            width: parent.width
            visible: root.remedy !== ""
            text: root.remedy
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            maximumLineCount: 4
            font.pixelSize: Theme.small
        }
    }

    Glyph {
        id: cross
        anchors.right: parent.right
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        size: 18
        stroke: 2.2
        path: "M 5 5 L 19 19 M 19 5 L 5 19"
        color: Theme.inkFaint
    }
}
