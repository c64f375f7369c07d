pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Showcase.Cast
import Showcase.Console
import Showcase.Controls
import Showcase.Stage

// The pages before everything else, one at a time; each is made when it is first opened.
Item {
    id: root

    property int sheet: 0 // 1: welcome, 2: settings, 3: cast
    property bool urgent: false // Esc stops what is under way as well
    required property CastingModel casting
    required property SettingsModel settings
    required property LookoutModel lookout
    required property StageModel stage
    required property WallScreen wall
    required property SupportModel support

    signal closed

    Later {
        anchors.fill: parent
        wanted: root.sheet === 1
        sourceComponent: WelcomeSheet {
            shown: root.sheet === 1
            urgent: root.urgent
            onClosed: root.closed()
        }
    }

    Later {
        anchors.fill: parent
        wanted: root.sheet === 2
        sourceComponent: SettingsSheet {
            shown: root.sheet === 2
            urgent: root.urgent
            settings: root.settings
            lookout: root.lookout
            stage: root.stage
            wall: root.wall
            support: root.support
            onClosed: root.closed()
        }
    }

    Later {
        anchors.fill: parent
        wanted: root.sheet === 3
        sourceComponent: CastPage {
            shown: root.sheet === 3
            urgent: root.urgent
            casting: root.casting
            onClosed: root.closed()
        }
    }
}
