pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Showcase.Console

// The top: standby and GO, what is on stage, what to say, the time, and the way to stop.
RowLayout {
    id: root

    required property ConsoleModel booth
    required property PresenterModel presenter

    spacing: 20

    GoButton {
        booth: root.booth
        Layout.fillHeight: true
        Layout.preferredWidth: Math.max(280, root.width * 0.165)
    }

    StageNow {
        presenter: root.presenter
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 5
    }

    SayLine {
        presenter: root.presenter
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 7
    }

    Clocks {
        presenter: root.presenter
        Layout.alignment: Qt.AlignVCenter
    }

    EscButton {
        booth: root.booth
        Layout.fillHeight: true
        Layout.preferredWidth: 136
    }
}
