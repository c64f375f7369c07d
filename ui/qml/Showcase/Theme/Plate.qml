pragma ComponentBehavior: Bound

import QtQuick

// A vendor's logo on its plate; as wide as it needs. Nothing, while it is missing or is none.
Item {
    id: root

    required property string digest
    property real widest: 400
    property real sharpness: 3 // pixels for each unit, for large screens
    property int attempt: 0
    readonly property bool here: image.status === Image.Ready && image.implicitWidth > 2
    readonly property real aspect: image.implicitWidth / Math.max(1, image.implicitHeight)

    implicitWidth: root.here ? Math.min(root.widest, root.height * root.aspect) : 0
    onDigestChanged: root.attempt = 0

    Image {
        id: image
        anchors.fill: parent
        visible: root.here
        source: root.digest === "" ? "" : `image://blob/plate/${root.digest}?${root.attempt}`
        sourceSize.height: Math.round(root.height * root.sharpness)
        fillMode: Image.PreserveAspectFit
        cache: false
        smooth: true
    }

    Timer {
        interval: Theme.slow
        running: root.digest !== "" && image.implicitWidth < 2 && root.attempt < 40
        repeat: true
        onTriggered: root.attempt += 1
    }
}
