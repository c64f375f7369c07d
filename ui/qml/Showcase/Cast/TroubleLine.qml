pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What is not as it should be, calmly: a sign, and words.
Item {
    id: root

    required property string text
    property string outcome: "failed"

    visible: root.text !== ""
    implicitHeight: words.implicitHeight + 2 * Theme.gap
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Panel {
        anchors.fill: parent
        fill: Theme.veil(Theme.outcomeColor(root.outcome), 0.10)
        edgeWidth: 0
        radius: Theme.radius
    }

    Glyph {
        id: sign
        x: Theme.gap
        y: Theme.gap
        path: Theme.outcomeShape(root.outcome)
        color: Theme.outcomeColor(root.outcome)
        size: 22
        stroke: 2.2
    }

    Words {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        y: Theme.gap
        text: root.text
        wrapMode: Text.Wrap
        maximumLineCount: 5
        font.pixelSize: Theme.small
        lineHeight: 1.2
    }
}
