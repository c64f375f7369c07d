pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// Time of day, since the start, and what is left.
Row {
    id: root

    required property PresenterModel presenter

    spacing: Theme.wide

    component Face: Column {
        id: face

        required property string label
        required property string time
        property color ink: Theme.ink

        spacing: 1

        Words {
            text: face.label
            color: Theme.inkFaint
            font.pixelSize: Theme.small
        }

        Words {
            text: face.time
            color: face.ink
            weight: Theme.bold
            font.pixelSize: Theme.heading
            font.features: ({ "tnum": 1 })
        }
    }

    Face {
        label: qsTr("clock")
        time: root.presenter.clock
        ink: Theme.inkSoft
    }

    Face {
        label: qsTr("elapsed")
        time: root.presenter.elapsed
    }

    Face {
        visible: root.presenter.left !== ""
        label: root.presenter.leftLabel
        time: root.presenter.left
        ink: root.presenter.over ? Theme.danger : Theme.ink
    }
}
