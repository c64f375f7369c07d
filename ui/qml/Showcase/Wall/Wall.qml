pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Stage
import Showcase.Theme

// What the audience sees.
Rectangle {
    id: root

    required property StageModel model
    property string hour: "" // overrides the clock; stills set it

    color: Theme.backdrop

    Board {
        anchors.fill: parent

        Shape {
            id: dawn
            readonly property real reach: parent.width * 0.62
            anchors.fill: parent

            ShapePath {
                strokeColor: "transparent"
                fillGradient: RadialGradient {
                    centerX: dawn.width / 2
                    centerY: dawn.height * 0.44
                    centerRadius: dawn.reach
                    focalX: centerX
                    focalY: centerY
                    GradientStop { position: 0; color: Theme.backdropGlow }
                    GradientStop { position: 1; color: Theme.backdrop }
                }
                PathRectangle { width: dawn.width; height: dawn.height }
            }
        }

        Header {
            x: Theme.margin
            y: 34
            width: parent.width - 2 * Theme.margin
            model: root.model
            hour: root.hour
        }

        Stage {
            id: stage
            x: Theme.margin
            y: 120
            width: parent.width - 2 * Theme.margin
            height: parent.height - 120 - 296
            visible: !root.model.empty
            model: root.model
        }

        Sentence {
            id: sentence
            x: Theme.margin
            y: stage.y + stage.height + 10
            width: patient.x - x - Theme.margin
            height: 200
            visible: !root.model.empty
            model: root.model
        }

        Legend {
            x: Theme.margin
            y: parent.height - height - 34
            visible: !root.model.empty && !sentence.bad
        }

        PatientPanel {
            id: patient
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            y: stage.y + stage.height + Theme.space
            width: 600
            height: parent.height - y - 28
            visible: !root.model.empty
            model: root.model
        }

        Holding {
            anchors.centerIn: parent
            visible: root.model.empty
        }
    }
}
