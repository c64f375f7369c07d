pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Showcase.Console
import Showcase.Stage
import Showcase.Theme

// The top, from what comes to what is: GO and what it will do, what stands on the wall now, what to
// say, the time, and the way to stop.
RowLayout {
    id: root

    required property ConsoleModel booth
    required property PresenterModel presenter
    required property StageModel stage
    required property string tour
    property bool wallShown: false
    readonly property real words: root.width - clocks.width - stop.width - 4 * root.spacing

    spacing: Theme.space

    GoButton {
        booth: root.booth
        tour: root.tour
        Layout.fillHeight: true
        Layout.preferredWidth: root.words * 0.42
    }

    LiveCard {
        stage: root.stage
        live: root.wallShown
        Layout.fillHeight: true
        Layout.preferredWidth: root.words * 0.29
    }

    SayLine {
        presenter: root.presenter
        Layout.fillHeight: true
        Layout.preferredWidth: root.words * 0.29
    }

    Clocks {
        id: clocks
        presenter: root.presenter
        Layout.alignment: Qt.AlignVCenter
    }

    EscButton {
        id: stop
        booth: root.booth
        Layout.fillHeight: true
        Layout.preferredWidth: 128
    }
}
