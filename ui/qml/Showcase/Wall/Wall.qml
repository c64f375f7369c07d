pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Stage
import Showcase.Theme

// What the audience sees.
Rectangle {
    id: root

    required property StageModel model
    property string notice: "" // why there may be nothing new to see
    property string hour: "" // overrides the clock; stills set it
    readonly property bool closed: root.model.empty || root.model.curtain.holding

    color: Theme.backdrop

    Board {
        anchors.fill: parent

        Dawn { anchors.fill: parent }

        Item {
            id: open
            anchors.fill: parent
            opacity: root.closed ? 0 : 1
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation { duration: Theme.slow; easing.type: Easing.InOutQuad }
            }

            Header {
                x: Theme.margin
                y: 28
                width: parent.width - 2 * Theme.margin
                model: root.model
                hour: root.hour
            }

            Stage {
                id: stage
                x: Theme.margin
                y: root.model.sight.stageTop
                width: parent.width - 2 * Theme.margin
                height: root.model.sight.stageHeight
                opacity: root.model.isStale ? 0.45 : 1 // what is shown may be out of date
                model: root.model
            }

            Sentence {
                id: sentence
                x: Theme.margin
                y: stage.y + stage.height + 12
                width: (patient.visible ? patient.x : parent.width - Theme.margin) - x - Theme.broad
                model: root.model
            }

            Invitation {
                x: Theme.margin
                y: parent.height - height - 14
                visible: root.model.curtain.attract && !sentence.bad
                width: sentence.width
                words: root.model.curtain.invitation
            }

            Legend {
                x: Theme.margin
                y: parent.height - height - 24
                visible: !root.model.curtain.attract && !sentence.bad && root.notice === ""
                families: root.model.families
                planned: root.model.planned
            }

            Words {
                x: Theme.margin
                y: parent.height - height - 22
                width: sentence.width
                text: root.notice
                color: Theme.danger
                weight: Theme.medium
                font.pixelSize: Theme.label
            }

            PatientPanel {
                id: patient
                visible: root.model.patient !== ""
                anchors.right: parent.right
                anchors.rightMargin: Theme.margin
                y: stage.y + stage.height + Theme.space
                width: 652
                height: parent.height - y - 24
                model: root.model
            }
        }

        Holding {
            anchors.fill: parent
            opacity: root.closed ? 1 : 0
            visible: opacity > 0
            stale: root.model.isStale && root.notice === ""
            more: root.notice !== "" ? root.notice : qsTr("The next tour begins in a moment.")

            Behavior on opacity {
                NumberAnimation { duration: Theme.slow; easing.type: Easing.InOutQuad }
            }
        }
    }
}
