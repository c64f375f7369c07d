pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Stage
import Showcase.Theme

// Which story this is, where in it we are, and what the wall owes its audience to say.
Item {
    id: root

    required property StageModel model
    property string hour: ""

    height: 76

    Words {
        id: title
        y: 4
        width: ribbon.x - Theme.wide
        height: 60
        text: root.model.title
        weight: Theme.bold
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        lineHeight: 0.92
        font.pixelSize: Theme.title + 4
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.body
    }

    Ribbon {
        id: ribbon
        x: 400
        y: 2
        width: parent.width - x - 330
        model: root.model
    }

    Words {
        id: clock
        anchors.right: parent.right
        y: -8
        visible: !root.model.empty
        text: root.hour === "" ? root.model.clock : root.hour
        weight: Theme.semibold
        font.pixelSize: Theme.title
        font.features: ({ "tnum": 1 })
    }

    Row {
        anchors.right: parent.right
        y: 42
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
