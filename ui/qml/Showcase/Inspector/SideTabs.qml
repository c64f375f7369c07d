pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// Request, response, and what arrived, as one segmented switch.
Item {
    id: root

    required property InspectorModel inspector
    property bool both: false // both sides are shown anyway
    readonly property list<bool> offered: [true, !root.both, root.inspector.hop.hasPicture, root.inspector.hop.hasDocument]
    readonly property int count: root.offered.filter(each => each).length

    implicitHeight: 48
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Sides of the exchange")

    Panel {
        anchors.fill: parent
        fill: Theme.well
        edgeWidth: 0
        radius: Theme.radius
    }

    Row {
        anchors.fill: parent
        anchors.margins: 2

        Repeater {
            model: [root.both ? qsTr("Exchange") : qsTr("Request"), qsTr("Response"), qsTr("Picture"), qsTr("Document")]

            Press {
                id: tab

                required property string modelData
                required property int index

                visible: root.offered[tab.index]
                width: (root.width - 4) / root.count
                height: Theme.press
                name: tab.modelData
                accessibleRole: Accessible.PageTab
                selected: root.inspector.tab === tab.index || root.both && tab.index === 0 && root.inspector.tab === InspectorModel.Tab.RESPONSE
                radius: Theme.radius - 3
                onPressed: root.inspector.show(tab.index)

                Panel {
                    anchors.fill: parent
                    visible: tab.selected || tab.hovered
                    fill: tab.selected ? Theme.selected : Theme.hover
                    edgeWidth: 0
                    radius: tab.radius
                }

                Words {
                    anchors.centerIn: parent
                    text: tab.modelData
                    color: tab.selected ? Theme.ink : Theme.inkFaint
                    weight: tab.selected ? Theme.semibold : Theme.medium
                    font.pixelSize: Theme.small + 1
                }
            }
        }
    }
}
