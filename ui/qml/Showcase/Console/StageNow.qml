pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// What the audience sees right now.
Panel {
    id: root

    required property PresenterModel presenter

    fill: Theme.ground
    edge: Theme.groundEdge

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.wide
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3

        Words {
            width: parent.width
            text: root.presenter.flight !== "" ? root.presenter.flight : qsTr("On stage now")
            color: Theme.inkFaint
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 13
        }

        Words {
            width: parent.width
            text: root.presenter.onStage !== "" ? root.presenter.onStage : qsTr("Nothing on stage")
            color: root.presenter.onStage !== "" ? Theme.ink : Theme.inkFaint
            weight: Theme.bold
            font.pixelSize: Theme.body + 2
            wrapMode: Text.Wrap
            height: root.presenter.onStage.length * 14 > width ? 66 : implicitHeight
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.tiny
        }
    }
}
