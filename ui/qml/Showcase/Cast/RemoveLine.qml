pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// Takes the system out of the cast: press once to be asked, once more to do it.
Item {
    id: root

    required property string title
    property bool sure: false

    signal removed

    implicitHeight: Theme.press
    onTitleChanged: root.sure = false

    Link {
        id: link
        text: root.sure ? qsTr("Press again: %1 leaves this cast").arg(root.title) : qsTr("Remove %1 from this cast").arg(root.title)
        ink: root.sure ? Theme.danger : Theme.inkFaint
        onPressed: root.press()
        onActiveFocusChanged: if (!activeFocus) root.sure = false
    }

    function press(): void {
        if (root.sure)
            root.removed();
        root.sure = !root.sure;
    }
}
