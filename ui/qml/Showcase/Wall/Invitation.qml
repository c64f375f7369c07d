pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// The attract loop's one line: how to join.
Panel {
    id: root

    property string words: ""

    height: 48
    radius: 24
    fill: Theme.veil(Theme.say, 0.14)
    edge: Theme.say
    edgeWidth: 2

    Accessible.role: Accessible.StaticText
    Accessible.name: said.text

    Words {
        id: said
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 2 * Theme.wide)
        text: root.words !== "" ? root.words : qsTr("You are watching a recording. Ask us, and be the next patient.")
        weight: Theme.semibold
        font.pixelSize: Theme.heading - 1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
    }
}
