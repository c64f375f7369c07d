pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A value that travels: what it is, where it stood, who else states it.
Item {
    id: root

    required property string kind
    required property string value
    required property string path
    required property string seen

    implicitHeight: root.seen === "" ? 32 : 54

    Words {
        id: kind
        y: 5
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
        y: 27
        width: root.width - Theme.snug
        visible: root.seen !== ""
        horizontalAlignment: Text.AlignRight
        text: root.seen
        color: Theme.familyText("DICOM")
        font.pixelSize: 14
    }
}
