pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// The values that the exchange states, and how many others state the same.
Shelf {
    id: root

    required property InspectorModel inspector

    signal followAsked(string value)

    implicitHeight: contentHeight
    spacing: Theme.hair
    model: root.inspector.facts
    Accessible.role: Accessible.List
    Accessible.name: qsTr("What the exchange states")

    delegate: FactLine {
        id: line
        opacity: root.part(line.y, line.height)
        width: root.width - Theme.snug
        plainly: root.inspector.depth === InspectorModel.Depth.VISITOR
        onPressed: root.followAsked(line.value)
    }
}
