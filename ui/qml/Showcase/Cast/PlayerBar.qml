pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Theme

// Who plays the role: our stand-in, a system of this cast, or a new one.
Flow {
    id: root

    required property CastingModel casting

    signal acting

    spacing: Theme.snug
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Who plays %1").arg(root.casting.roleTitle)

    Repeater {
        model: root.casting.players

        Pill {
            id: each

            required property string key
            required property string title
            required property bool plays

            text: each.title
            chosen: each.plays
            name: qsTr("%1 plays %2").arg(each.title).arg(root.casting.roleTitle)
            accessibleRole: Accessible.RadioButton
            onPressed: {
                root.acting();
                root.casting.play(each.key);
            }
        }
    }

    Pill {
        text: root.casting.isFresh ? qsTr("New system") : qsTr("+ New system")
        name: qsTr("Enter a new system for %1").arg(root.casting.roleTitle)
        chosen: root.casting.isFresh
        onPressed: {
            root.acting();
            root.casting.fresh();
        }
    }
}
