pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// The presenter's line, for reading aloud at a glance.
Panel {
    id: root

    required property PresenterModel presenter

    fill: Theme.ground
    edge: Theme.groundEdge

    Rectangle {
        x: Theme.gap
        y: Theme.space
        width: 5
        height: parent.height - 2 * Theme.space
        radius: 2.5
        color: Theme.say
        visible: root.presenter.say !== ""
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.broad
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3

        Words {
            text: root.presenter.sayWhen
            color: Theme.say
            weight: Theme.semibold
            font.pixelSize: Theme.small
        }

        Words {
            width: parent.width
            height: root.presenter.say.length * 12 > width ? 68 : implicitHeight
            verticalAlignment: Text.AlignVCenter
            text: root.presenter.say !== "" ? qsTr("“%1”").arg(root.presenter.say) : qsTr("Nothing to say here; let the picture speak.")
            color: root.presenter.say !== "" ? Theme.ink : Theme.inkFaint
            weight: Theme.medium
            font.pixelSize: Theme.body
            wrapMode: Text.Wrap
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.tiny
        }
    }
}
