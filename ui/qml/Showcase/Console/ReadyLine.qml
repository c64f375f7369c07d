pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// One system: a mark for each check, and, where somebody has to act: why, what, who.
Item {
    id: root

    required property string role
    required property string title
    required property string system
    required property bool standIn
    required property string stands
    required property list<string> cells
    required property string cause
    required property string remedy
    required property string owner
    property real cell: 74
    readonly property bool troubled: root.cause !== ""

    implicitHeight: root.troubled ? text.implicitHeight + 60 : 46
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(root.title).arg(root.word(root.stands))
    Accessible.description: [root.cause, root.remedy, root.owner].filter(each => each !== "").join(" · ")

    Panel {
        anchors.fill: parent
        anchors.bottomMargin: Theme.hair
        visible: root.troubled
        fill: Theme.veil(Theme.outcomeColor(root.outcome(root.stands)), 0.10)
        edgeWidth: 0
        radius: Theme.radiusSmall
    }

    Words {
        id: who
        x: Theme.snug
        y: 10
        width: Math.min(implicitWidth, root.width * 0.3)
        text: root.title
        weight: Theme.semibold
        font.pixelSize: Theme.label - 1
    }

    Words {
        anchors.left: who.right
        anchors.leftMargin: Theme.gap
        anchors.right: cells.left
        anchors.baseline: who.baseline
        text: root.standIn ? qsTr("stand-in") : root.system
        color: Theme.inkFaint
        font.pixelSize: Theme.small
    }

    Row {
        id: cells
        anchors.right: parent.right
        y: 9

        Repeater {
            model: root.cells

            Item {
                id: each

                required property string modelData

                width: root.cell
                height: 26

                Glyph {
                    anchors.centerIn: parent
                    visible: each.modelData !== ""
                    path: root.shape(each.modelData)
                    color: each.modelData === "skipped" ? Theme.inkGhost : Theme.outcomeColor(root.outcome(each.modelData))
                    size: 22
                    stroke: 2.2
                }
            }
        }
    }

    Column {
        id: text
        anchors.top: who.bottom
        anchors.topMargin: Theme.snug
        x: Theme.snug
        width: parent.width - 2 * Theme.snug
        visible: root.troubled
        spacing: 2

        Words {
            width: parent.width
            text: root.cause
            wrapMode: Text.Wrap
            maximumLineCount: 3
            font.pixelSize: Theme.small
        }

        Words {
            width: parent.width
            visible: root.remedy !== ""
            text: root.owner !== "" ? qsTr("%1: %2").arg(root.owner).arg(root.remedy) : root.remedy
            color: Theme.say
            wrapMode: Text.Wrap
            maximumLineCount: 4
            font.pixelSize: Theme.small
        }
    }

    function outcome(state: string): string {
        switch (state) {
        case "ready": return "acknowledged";
        case "warning": return "failed";
        case "failed": return "refused";
        default: return "";
        }
    }

    function shape(state: string): string {
        return state === "skipped" ? "M 7 12 H 17" : Theme.outcomeShape(root.outcome(state));
    }

    function word(state: string): string {
        switch (state) {
        case "ready": return qsTr("ready");
        case "warning": return qsTr("look at it");
        case "failed": return qsTr("not ready");
        default: return qsTr("not asked");
        }
    }
}
