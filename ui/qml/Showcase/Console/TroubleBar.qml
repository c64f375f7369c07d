pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// What happens is not kept: it is said as long as it is so, and the show goes on.
Rectangle {
    id: root

    required property ConsoleModel booth

    visible: root.booth.trouble !== ""
    height: root.visible ? Theme.press : 0
    color: Theme.outcomeColor("failed")
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.booth.trouble

    Glyph {
        id: mark
        x: Theme.wide
        anchors.verticalCenter: parent.verticalCenter
        path: Theme.outcomeShape("failed")
        color: Theme.backdrop
        size: 24
        stroke: 2
    }

    Words {
        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.wide
        anchors.verticalCenter: parent.verticalCenter
        text: root.booth.trouble
        color: Theme.backdrop
        weight: Theme.semibold
        font.pixelSize: Theme.label
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 13
    }
}
