pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A word the wall owes its audience: TEST, recording, stale, on hold.
Panel {
    id: root

    required property string text
    property color color: Theme.inkSoft

    implicitWidth: words.implicitWidth + 2 * Theme.gap + 4
    implicitHeight: 34
    width: implicitWidth
    height: implicitHeight
    radius: height / 2
    fill: Theme.veil(root.color, 0.12)
    edge: root.color

    Words {
        id: words
        anchors.centerIn: parent
        text: root.text
        color: root.color
        weight: Theme.semibold
        font.pixelSize: Theme.label
        font.letterSpacing: 0.6
    }
}
