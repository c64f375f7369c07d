pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What a test found: how, what, whose job it is, and what to do.
Item {
    id: root

    required property string outcome
    required property string words
    required property string remedy
    required property string owner
    readonly property string sign: root.outcome === "ready" ? "acknowledged" : root.outcome === "failed" ? "refused"
        : root.outcome === "warning" ? "failed" : ""

    implicitHeight: text.implicitHeight + 2 * Theme.gap
    Accessible.role: Accessible.StaticText
    Accessible.name: [root.words, root.owner, root.remedy].filter(each => each !== "").join(". ")

    Panel {
        anchors.fill: parent
        fill: Theme.veil(Theme.outcomeColor(root.sign), 0.12)
        edgeWidth: 0
        radius: Theme.radiusSmall
    }

    Glyph {
        id: mark
        x: Theme.gap
        y: Theme.gap
        path: Theme.outcomeShape(root.sign)
        color: Theme.outcomeColor(root.sign)
        size: 24
        stroke: 2.3
    }

    Column {
        id: text
        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        y: Theme.gap
        spacing: 2

        Words {
            width: parent.width
            text: root.words
            wrapMode: Text.Wrap
            maximumLineCount: 4
            weight: Theme.medium
            font.pixelSize: Theme.small + 1
        }

        Words {
            width: parent.width
            visible: root.remedy !== ""
            text: root.owner !== "" ? qsTr("%1: %2").arg(root.owner).arg(root.remedy) : root.remedy
            color: Theme.outcomeColor("failed")
            wrapMode: Text.Wrap
            maximumLineCount: 4
            font.pixelSize: Theme.small
        }
    }
}
