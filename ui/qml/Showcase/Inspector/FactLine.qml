pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A value that travels: what it is, where it stood, who else states it. Pressing it follows it.
Press {
    id: root

    required property string kind
    required property string value
    required property string path
    required property string seen

    property bool plainly: false // for visitors: without the standard's words

    name: qsTr("Follow %1").arg(root.value)
    implicitHeight: root.seen === "" || root.plainly ? Theme.press : 56

    Panel {
        anchors.fill: parent
        visible: root.hovered
        fill: Theme.hover
        edgeWidth: 0
        radius: root.radius
    }

    Words {
        id: kind
        x: Theme.hair
        y: root.seen === "" || root.plainly ? 12 : 6
        width: Math.min(implicitWidth, root.width * 0.55)
        text: root.kind
        color: Theme.inkFaint
        font.pixelSize: Theme.tiny
    }

    Words {
        anchors.left: kind.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.snug
        anchors.baseline: kind.baseline
        horizontalAlignment: Text.AlignRight
        text: root.value
        elide: Text.ElideMiddle
        maximumLineCount: 1
        weight: Theme.semibold
        font.pixelSize: Theme.tiny + 1
    }

    Words {
        y: 29
        width: root.width - Theme.snug
        visible: root.seen !== "" && !root.plainly
        horizontalAlignment: Text.AlignRight
        text: root.seen
        color: Theme.familyText("DICOM")
        font.pixelSize: 14
    }
}
