pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Stage
import Showcase.Theme

// Which story this is, where in it we are, and what the wall owes its audience to say.
Item {
    id: root

    required property StageModel model
    property string hour: ""

    height: 80

    Words {
        id: title
        width: 400
        text: root.model.title
        weight: Theme.bold
        font.pixelSize: Theme.title - 2
    }

    Words {
        y: 50
        width: ribbon.x - Theme.wide
        text: root.model.subtitle
        color: Theme.inkSoft
        font.pixelSize: Theme.label + 1
        visible: implicitWidth <= width
    }

    Ribbon {
        id: ribbon
        anchors.horizontalCenter: parent.horizontalCenter
        y: 4
        width: Math.min(1100, parent.width - 2 * 380)
        model: root.model
    }

    Words {
        id: clock
        anchors.right: parent.right
        y: -2
        visible: !root.model.empty
        text: root.hour === "" ? root.model.clock : root.hour
        weight: Theme.semibold
        font.pixelSize: Theme.title
        font.features: ({ "tnum": 1 })
    }

    Row {
        anchors.right: parent.right
        y: 50
        spacing: Theme.snug
        layoutDirection: Qt.RightToLeft

        Badge { text: qsTr("TEST") }

        Badge {
            visible: root.model.isRecording
            text: qsTr("recording")
            color: Theme.say
        }

        Badge {
            visible: root.model.held
            text: qsTr("on hold")
            color: Theme.say
        }

        Badge {
            visible: root.model.isStale
            text: qsTr("stale")
            color: Theme.danger
        }
    }
}
