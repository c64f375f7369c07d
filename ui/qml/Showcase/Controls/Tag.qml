pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// The id of a transaction in the colour of its family.
Item {
    id: root

    required property string text
    required property string family

    implicitWidth: word.implicitWidth + 20
    implicitHeight: 28

    Panel {
        anchors.fill: parent
        fill: Theme.familyFill(root.family)
        edgeWidth: 0
        radius: Theme.radiusSmall
    }

    Words {
        id: word
        anchors.centerIn: parent
        text: root.text
        color: Theme.familyText(root.family)
        weight: Theme.bold
        font.pixelSize: Theme.tiny
    }
}
