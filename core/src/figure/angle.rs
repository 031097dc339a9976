//! The angles of the body that have a range, by the names that `skeleton.json` gives them.

use serde::Deserialize;

macro_rules! angles {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// An angle that has a range.
        #[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
        pub(crate) enum Angle {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)+
        }

        impl Angle {
            pub(crate) const ALL: &[Angle] = &[$(Angle::$variant,)+];

            /// As in `skeleton.json`.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Angle::$variant => $name,)+
                }
            }
        }
    };
}

angles! {
    LumbarFlex = "lumbar.flex",
    ThoraxFlex = "thorax.flex",
    NeckFlex = "neck.flex",
    LumbarTwist = "lumbar.twist",
    ThoraxTwist = "thorax.twist",
    NeckTwist = "neck.twist",
    LumbarSide = "lumbar.side",
    ThoraxSide = "thorax.side",
    NeckSide = "neck.side",
    /// Thigh to the front.
    Hip = "hip",
    /// Thigh outwards.
    HipOut = "hip.out",
    /// Thigh turned about itself, the knee outwards.
    HipTurn = "hip.turn",
    Knee = "knee",
    /// Foot pointed down.
    Ankle = "ankle",
    /// Upper arm away from hanging.
    Shoulder = "shoulder",
    /// Upper arm behind the trunk.
    ShoulderBack = "shoulder.back",
    /// Upper arm turned about itself, the hand outwards.
    ShoulderTurn = "shoulder.turn",
    Elbow = "elbow",
    /// Forearm turned about itself, the palm down.
    Forearm = "forearm",
    /// Hand bent to its palm.
    Wrist = "wrist",
    /// Hand bent to its thumb.
    WristSide = "wrist.side",
}
