pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// The picture that arrived.
Item {
    id: root

    required property string digest
    required property string caption

    Panel {
        anchors.fill: parent
        fill: Theme.film
        edgeWidth: 0
        radius: Theme.radius
    }

    Picture {
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.bottomMargin: 44
        digest: root.visible ? root.digest : ""
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("The picture that arrived")
    }

    Words {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        x: Theme.space
        width: parent.width - 2 * Theme.space
        horizontalAlignment: Text.AlignHCenter
        text: root.caption
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }
}
