pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// One open line of a tree.
Press {
    id: root

    required property string key
    required property string label
    required property string value
    required property int depth
    required property bool branch
    required property bool opened
    required property bool told
    required property string finding
    required property bool theirs
    property bool picked: false
    property bool roomy: false // for reading, not for picking apart

    name: root.finding !== "" ? qsTr("%1 %2. Remark: %3").arg(root.label).arg(root.value).arg(root.finding) : qsTr("%1 %2").arg(root.label).arg(root.value)
    readonly property real line: Math.max(Theme.press, word.implicitHeight + 12, value.implicitHeight + 12)
    accessibleRole: Accessible.TreeItem
    implicitHeight: root.line + (remark.visible ? remark.implicitHeight + 6 : 0)
    selected: root.picked

    Panel {
        anchors.fill: parent
        visible: root.picked || root.hovered
        fill: root.picked ? Theme.selected : Theme.hover
        edgeWidth: 0
        radius: Theme.radiusSmall
    }

    Glyph {
        x: Theme.hair + root.depth * 16
        y: (root.line - height) / 2
        visible: root.branch
        size: 14
        stroke: 2.4
        path: root.opened ? "M 4 8 L 12 16 L 20 8" : "M 8 4 L 16 12 L 8 20"
        color: Theme.inkFaint
    }

    Words {
        id: remark
        x: word.x
        y: root.line - 4
        width: root.width - x - Theme.snug
        visible: root.finding !== ""
        text: root.theirs ? qsTr("They say: %1").arg(root.finding) : root.finding
        color: Theme.outcomeColor("refused")
        wrapMode: Text.Wrap
        maximumLineCount: 3
        font.pixelSize: Theme.tiny
    }

    Words {
        id: word
        x: Theme.hair + 20 + root.depth * 16
        y: (root.line - height) / 2
        width: Math.min(implicitWidth, Math.max((root.width - x) * 0.5, root.width - x - value.implicitWidth - 32))
        text: root.label
        color: root.branch ? Theme.ink : Theme.inkSoft
        weight: root.branch ? Theme.semibold : Theme.regular
        wrapMode: Text.Wrap
        maximumLineCount: 2
        font.pixelSize: Theme.tiny + 1
    }

    Panel {
        anchors.fill: value
        anchors.leftMargin: Math.max(0, value.width - value.contentWidth) - Theme.snug
        anchors.rightMargin: -Theme.hair
        anchors.topMargin: -3
        anchors.bottomMargin: -3
        visible: root.told && value.text !== "" && !root.roomy
        fill: Theme.familyFill("DICOM")
        edgeWidth: 0
        radius: Theme.radiusSmall
    }

    Words {
        id: value
        anchors.left: word.right
        anchors.leftMargin: Theme.space
        anchors.right: parent.right
        anchors.rightMargin: Theme.snug
        y: (root.line - height) / 2
        horizontalAlignment: Text.AlignRight
        text: root.value
        color: root.told && !root.roomy ? Theme.familyText("DICOM") : Theme.ink
        weight: root.told ? Theme.semibold : Theme.medium
        elide: root.roomy ? Text.ElideRight : Text.ElideMiddle
        wrapMode: root.roomy ? Text.Wrap : Text.NoWrap
        maximumLineCount: root.roomy ? 4 : 1
        font.pixelSize: root.roomy ? Theme.small : Theme.tiny + 1
    }
}
