pragma ComponentBehavior: Bound

import QtQuick

// A picture out of the journal, by its digest; looks again until it has come.
Item {
    id: root

    required property string digest
    property real sharpness: 2 // pixels for each unit, for large screens
    property int attempt: 0
    readonly property bool here: image.status === Image.Ready && image.implicitWidth > 1

    onDigestChanged: root.attempt = 0

    Image {
        id: image
        anchors.fill: parent
        visible: root.here
        source: root.digest === "" ? "" : `image://blob/${root.digest}?${root.attempt}`
        sourceSize: Qt.size(root.width * root.sharpness, root.height * root.sharpness)
        fillMode: Image.PreserveAspectFit
        cache: false
        smooth: true
    }

    Timer {
        interval: Theme.slow
        running: root.digest !== "" && !root.here && root.attempt < 40
        repeat: true
        onTriggered: root.attempt += 1
    }
}
