pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A system: who it is, who made it, what it knows by now.
//
// Cards at rest are lettered alike; one in play is opened, its title as large as everybody needs it.
Item {
    id: root

    required property string key
    required x
    required y
    required width
    required height
    required property string title
    required property string lettering
    required property string glyph
    required property string maker
    required property string logo
    required property bool standIn
    required property bool assisted
    required property bool quiet
    required property bool guest
    required property int count
    required property string glow
    required property string glowFamily
    required property bool asked
    required property bool faded
    required property bool threaded
    required property int records
    required property string knows
    required property bool open
    required property real size
    required property real leading
    required property real icon
    required property real detail
    required property real chip
    required property real rest
    property QtObject chips: null
    property color thread: Theme.ink // of the value that is followed
    property string tint: "" // stays while the light fades
    readonly property string outcome: Theme.glowOutcome(root.glow)
    readonly property bool bad: root.outcome !== "" && root.outcome !== "acknowledged"
    readonly property color light: root.bad ? Theme.outcomeColor(root.outcome)
        : root.asked || root.glow === "passes" ? Theme.ink : Theme.familyColor(root.tint)
    readonly property bool lit: root.glow !== "" || root.asked

    opacity: root.faded ? 0.3 : 1

    Accessible.role: Accessible.ListItem
    Accessible.name: root.title
    Accessible.description: [
        root.standIn ? qsTr("stand-in") : root.assisted ? qsTr("%1, assisted").arg(root.maker) : root.maker,
        root.asked ? qsTr("waiting for its staff") : root.bad ? Theme.outcomeWord(root.outcome) : "",
        root.knows === "" ? "" : qsTr("knows: %1").arg(root.knows),
        root.quiet && root.count > 0 ? qsTr("%1 records").arg(root.count) : ""
    ].filter(each => each !== "").join(". ")
    onGlowFamilyChanged: if (root.glowFamily !== "") root.tint = root.glowFamily
    Component.onCompleted: root.tint = root.glowFamily
    onGlowChanged: if (root.glow === "learns" || root.glow === "passes") ring.start()

    Behavior on opacity {
        NumberAnimation { duration: Theme.calm; easing.type: Easing.OutCubic }
    }

    Halo {
        anchors.fill: parent
        lit: root.lit
        breathing: root.asked
        color: root.light
        radius: panel.radius
    }

    Ring {
        id: ring
        edge: root.light
    }

    Panel {
        id: panel
        anchors.fill: parent
        radius: root.quiet ? Theme.radius : Theme.radiusCard
        fill: Theme.card
        edge: root.lit ? root.light : root.threaded ? root.thread : Theme.cardEdge
        edgeWidth: root.lit || root.threaded ? Theme.lineStrong : Theme.line
        dashed: root.guest
    }

    Loader {
        anchors.fill: parent
        active: root.quiet
        sourceComponent: QuietCard {
            title: root.title
            glyph: root.glyph
            count: root.count
            records: root.records
            thread: root.thread
        }
    }

    Loader {
        anchors.fill: parent
        active: !root.quiet
        sourceComponent: CardFace {
            lettering: root.lettering
            open: root.open
            size: root.size
            leading: root.leading
            icon: root.icon
            detail: root.detail
            chip: root.chip
            rest: root.rest
            glyph: root.glyph
            maker: root.maker
            logo: root.logo
            standIn: root.standIn
            assisted: root.assisted
            asked: root.asked
            outcome: root.outcome
            chips: root.chips
        }
    }
}
