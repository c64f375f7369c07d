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

    required property string spoken
    required property string known
    required property string plain
    property bool plainly: false // for visitors: without the standard's words

    name: qsTr("Follow %1").arg(root.value)
    implicitHeight: root.plainly ? 64 : root.seen === "" ? Theme.press : 56

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
        y: root.plainly ? 8 : root.seen === "" ? 12 : 6
        width: Math.min(implicitWidth, root.width * 0.55)
        text: root.plainly ? root.spoken : root.kind
        color: Theme.inkFaint
        font.pixelSize: root.plainly ? Theme.small : Theme.tiny
    }

    Words {
        anchors.left: kind.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.snug
        anchors.baseline: kind.baseline
        horizontalAlignment: Text.AlignRight
        text: root.plainly ? root.plain : root.value
        elide: Text.ElideMiddle
        maximumLineCount: 1
        weight: Theme.semibold
        font.pixelSize: root.plainly ? Theme.label : Theme.tiny + 1
    }

    Words {
        y: root.plainly ? 36 : 29
        width: root.width - Theme.snug
        visible: root.plainly || root.seen !== ""
        horizontalAlignment: Text.AlignRight
        text: root.plainly ? root.known : root.seen
        color: Theme.familyText("DICOM")
        font.pixelSize: 14
    }
}
