pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// How a cue stands, as a shape in a colour.
Item {
    id: root

    required property int stands
    required property bool held
    required property bool standby

    implicitWidth: 24
    implicitHeight: 24

    Glyph {
        anchors.centerIn: parent
        visible: path !== ""
        size: 22
        stroke: 2.4
        path: root.shape()
        color: root.hue()
        fill: root.standby ? Theme.go : "transparent"
    }

    Item {
        anchors.centerIn: parent
        visible: root.stands === Cues.State.RUNNING
        width: 24
        height: 24

        Panel {
            id: ring
            anchors.fill: parent
            fill: Theme.veil(Theme.familyColor("DICOM"), 0.3)
            edgeWidth: 0
            radius: 12

            SequentialAnimation on scale {
                running: root.stands === Cues.State.RUNNING && !Theme.reducedMotion
                loops: Animation.Infinite
                NumberAnimation { to: 0.7; duration: Theme.breath; easing.type: Easing.InOutSine }
                NumberAnimation { to: 1.0; duration: Theme.breath; easing.type: Easing.InOutSine }
            }
        }

        Panel {
            anchors.centerIn: parent
            width: 13
            height: 13
            fill: Theme.familyColor("DICOM")
            edgeWidth: 0
            radius: 7
        }
    }

    function shape(): string {
        if (root.stands === Cues.State.RUNNING)
            return "";
        if (root.standby)
            return "M 7 4.5 L 19 12 L 7 19.5 Z";
        return root.ended();
    }

    function ended(): string {
        switch (root.stands) {
        case Cues.State.ACKNOWLEDGED: return Theme.outcomeShape("acknowledged");
        case Cues.State.REFUSED: return Theme.outcomeShape("refused");
        case Cues.State.FAILED: return Theme.outcomeShape("failed");
        case Cues.State.SKIPPED: return "M 5 6 L 11 12 L 5 18 M 13 6 L 19 12 L 13 18";
        default: return "";
        }
    }

    function hue(): color {
        if (root.standby)
            return Theme.go;
        if (root.held)
            return root.stands === Cues.State.SKIPPED ? Theme.inkFaint : Theme.outcomeColor("acknowledged");
        return root.stands === Cues.State.REFUSED ? Theme.outcomeColor("refused") : Theme.outcomeColor("failed");
    }
}
