pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What has just happened: one sentence for everybody, one line for engineers.
Item {
    id: root

    required property StageModel model
    readonly property bool bad: root.model.outcome === "refused" || root.model.outcome === "failed"

    Words {
        id: said
        // Two lines of about the same length read better than one and a rest.
        width: implicitWidth > root.width ? Math.min(root.width, implicitWidth * 0.6) : root.width
        height: 130
        text: root.model.sentence
        weight: Theme.bold
        optical: 32
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        lineHeight: 0.94
        verticalAlignment: Text.AlignBottom
        font.pixelSize: Theme.essential
        font.letterSpacing: -0.6
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.title
    }

    Row {
        id: line
        anchors.top: said.bottom
        anchors.topMargin: Theme.gap
        height: 44
        spacing: Theme.space

        Panel {
            visible: root.model.transaction !== ""
            width: id.implicitWidth + 2 * Theme.space
            height: parent.height
            radius: Theme.radius
            edgeWidth: 0
            fill: Theme.familyColor(root.model.family)

            Words {
                id: id
                anchors.centerIn: parent
                text: root.model.transaction
                color: Theme.inkOnColor
                weight: Theme.bold
                font.pixelSize: Theme.body
            }
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: root.model.line
            color: Theme.inkSoft
            weight: Theme.medium
            font.pixelSize: Theme.body + 2
        }

        OutcomeMark {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.model.transaction !== ""
            outcome: root.model.outcome
            size: Theme.body + 2
        }
    }

    Words {
        anchors.top: line.bottom
        anchors.topMargin: Theme.gap
        width: root.width
        visible: root.bad
        text: root.model.why
        color: Theme.outcomeColor(root.model.outcome)
        weight: Theme.medium
        font.pixelSize: Theme.body
    }

    Panel {
        anchors.top: line.bottom
        anchors.topMargin: Theme.space
        visible: root.model.progress >= 0 && !root.bad
        width: root.width
        height: 8
        radius: 4
        edgeWidth: 0
        fill: Theme.rail

        Panel {
            width: Math.max(8, parent.width * root.model.progress)
            height: 8
            radius: 4
            edgeWidth: 0
            fill: Theme.familyColor(root.model.family)

            Behavior on width {
                NumberAnimation { duration: Theme.calm; easing.type: Easing.OutCubic }
            }
        }
    }
}
