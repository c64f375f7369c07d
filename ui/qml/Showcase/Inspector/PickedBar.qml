pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector

// What one can do with the picked field.
Flow {
    id: root

    required property InspectorModel inspector
    required property bool wanted

    signal followAsked(string value)

    visible: root.wanted
    height: root.wanted ? implicitHeight : 0
    spacing: 1

    Link {
        visible: root.inspector.picked.value !== ""
        text: qsTr("Follow this value")
        onPressed: root.followAsked(root.inspector.picked.value)
    }

    Link {
        visible: root.inspector.picked.value !== ""
        text: qsTr("Copy value")
        onPressed: root.inspector.picked.copyValue()
    }

    Link {
        text: qsTr("Copy path")
        onPressed: root.inspector.picked.copyPath()
    }

    Link {
        text: qsTr("Copy all")
        onPressed: root.inspector.picked.copy(root.inspector.text)
    }
}
