pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Theme

// At which address of this machine our stand-ins listen.
Column {
    id: root

    required property CastingModel casting

    signal acting
    signal abandoned

    spacing: Theme.snug

    TextCell {
        width: parent.width
        label: qsTr("Address of this machine")
        saved: root.casting.host
        hint: "127.0.0.1"
        fault: ""
        onEntered: text => root.casting.listenAt(text)
        onAbandoned: root.abandoned()
    }

    Words {
        width: parent.width
        visible: root.casting.secluded
        text: root.casting.here.length > 0 ? qsTr("Only this machine reaches 127.0.0.1. For the booth network press:")
            : qsTr("Only this machine reaches 127.0.0.1. Enter its address on the booth network.")
        color: Theme.outcomeColor("failed")
        wrapMode: Text.Wrap
        font.pixelSize: Theme.tiny + 1
    }

    Flow {
        width: parent.width
        visible: root.casting.secluded && root.casting.here.length > 0
        spacing: Theme.snug

        Repeater {
            model: root.casting.here

            Pill {
                id: each

                required property string modelData

                text: each.modelData
                name: qsTr("Listen at %1").arg(each.modelData)
                onPressed: {
                    root.acting();
                    root.casting.listenAt(each.modelData);
                }
            }
        }
    }
}
