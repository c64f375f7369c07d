pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What has just happened: one sentence for everybody, one line for engineers.
//
// The sentence has two sizes: large in one line, or the least that can be read in two.
Item {
    id: root

    required property StageModel model
    readonly property bool bad: ["refused", "failed", "missed"].includes(root.model.outcome)
    readonly property real least: root.model.sight.sentence
    readonly property real large: Math.min(root.least * 1.3, root.model.sight.sentenceHeight * 0.6)

    height: root.model.sight.sentenceHeight + 120

    Accessible.role: Accessible.StaticText
    Accessible.name: root.model.sentence
    Accessible.description: [root.model.transaction, root.model.line,
        root.model.transaction === "" ? "" : Theme.outcomeWord(root.model.outcome), root.model.why
    ].filter(each => each !== "").join(" · ")

    TextMetrics {
        id: measure
        text: root.model.sentence
        font: said.font
    }

    Words {
        id: said
        readonly property bool short: measure.advanceWidth < root.width
        readonly property real balanced: Math.max(measure.advanceWidth * 0.58, root.width * 0.6)
        // Two lines of about the same length read better than one and a rest.
        width: short ? root.width : Math.min(root.width, balanced)
        height: root.model.sight.sentenceHeight
        text: root.model.sentence
        weight: Theme.bold
        optical: 32
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        lineHeight: 0.94
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: root.least
        font.letterSpacing: -0.6
        visible: !short
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.heading
    }

    Words {
        width: root.width
        height: said.height
        visible: said.short
        text: root.model.sentence
        weight: Theme.bold
        optical: 32
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Math.min(root.large, 0.985 * root.least * root.width / Math.max(1, measure.advanceWidth))
        font.letterSpacing: -0.6
    }

    Row {
        id: line
        y: said.height + 6
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
                font.pixelSize: Theme.body + 2
            }
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: root.model.line !== "" ? root.model.line : root.model.subtitle
            width: Math.min(implicitWidth, root.width - x - (mark.visible ? mark.width + Theme.space : 0))
            color: Theme.inkSoft
            weight: Theme.medium
            font.pixelSize: Theme.body + 2
        }

        OutcomeMark {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            visible: root.model.transaction !== ""
            outcome: root.model.outcome
            size: Theme.body + 2
        }
    }

    Words {
        anchors.top: line.bottom
        anchors.topMargin: Theme.snug
        width: root.width
        visible: root.bad
        text: root.model.why
        color: Theme.outcomeColor(root.model.outcome)
        weight: Theme.medium
        font.pixelSize: Theme.body
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
    }

    Panel {
        anchors.top: line.bottom
        anchors.topMargin: Theme.gap
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
