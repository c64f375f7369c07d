pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// What is left, since the start, and the time of day; a stack, to leave room for words.
Column {
    id: root

    required property PresenterModel presenter

    spacing: Theme.hair

    component Face: Item {
        id: face

        required property string label
        required property string time
        property color ink: Theme.ink
        property bool large: false

        width: 150
        height: face.large ? 44 : 30

        // "left of 15:00" in two short lines beside the large figure
        Words {
            anchors.verticalCenter: time.verticalCenter
            width: parent.width - time.width - Theme.hair
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            text: face.label
            color: Theme.inkFaint
            font.pixelSize: Theme.tiny
        }

        Words {
            id: time
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            text: face.time
            color: face.ink
            weight: Theme.bold
            font.pixelSize: face.large ? Theme.heading : Theme.label
            font.features: ({ "tnum": 1 })
        }
    }

    Face {
        visible: root.presenter.left !== ""
        label: root.presenter.leftLabel
        time: root.presenter.left
        ink: root.presenter.over ? Theme.danger : Theme.ink
        large: true
    }

    Face {
        label: qsTr("elapsed")
        time: root.presenter.elapsed
        large: root.presenter.left === ""
    }

    Face {
        label: qsTr("clock")
        time: root.presenter.clock
        ink: Theme.inkSoft
    }
}
