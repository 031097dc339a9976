//! What a track can move: the names that motion files use, read into one type.

use serde::Deserialize;

/// The joints of the spine, tailbone first. Each moves what is above it.
pub(crate) const SPINE: [&str; 8] = ["pelvis", "lum1", "lum2", "tho1", "tho2", "tho3", "neck1", "neck2"];

/// A bend, turn or shift of one part.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
#[serde(try_from = "String")]
pub(crate) enum Channel {
    /// Spine joints `from..to` (see [`SPINE`]) about one axis.
    Spine {
        from: usize,
        to: usize,
        axis: Axis,
    },
    /// A shift of the hips along x, y or z.
    Root(usize),
    /// Shoulders up, degrees of the collar bone.
    GirdleRaise,
    /// Shoulders forward.
    GirdleForward,
    BellySwell,
    ChestSwell,
    /// Heels up, degrees of the foot.
    Heel,
    /// One foot alone: the left is 0, the right 1.
    Foot(usize, FootPart),
    /// Size of the glow that draws attention, added to one.
    Glow,
}

/// What one foot can do, apart from the other.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum FootPart {
    /// A shift along x (outwards), y or z.
    Shift(usize),
    /// Heel up, degrees, about the ball of the foot.
    Heel,
    /// Toes up, degrees, about the heel.
    Toes,
    /// Toes outwards, degrees.
    Turn,
}

/// How a spine joint bends.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Axis {
    Flex,
    Side,
    Twist,
}

impl TryFrom<String> for Channel {
    type Error = String;

    fn try_from(name: String) -> Result<Channel, String> {
        let unknown = || format!("unknown channel \"{name}\"");
        let (part, what) = name.split_once('.').ok_or_else(unknown)?;
        Ok(match (part, what) {
            ("root", "x") => Channel::Root(0),
            ("root", "y") => Channel::Root(1),
            ("root", "z") => Channel::Root(2),
            ("girdle", "raise") => Channel::GirdleRaise,
            ("girdle", "forward") => Channel::GirdleForward,
            ("belly", "swell") => Channel::BellySwell,
            ("chest", "swell") => Channel::ChestSwell,
            ("foot", "heel") => Channel::Heel,
            ("glow", "size") => Channel::Glow,
            ("foot_l", part) => Channel::Foot(0, foot_part(part).ok_or_else(unknown)?),
            ("foot_r", part) => Channel::Foot(1, foot_part(part).ok_or_else(unknown)?),
            _ => {
                let (from, to) = spine_group(part).ok_or_else(unknown)?;
                let axis = match what {
                    "flex" => Axis::Flex,
                    "side" => Axis::Side,
                    "twist" => Axis::Twist,
                    _ => return Err(unknown()),
                };
                Channel::Spine { from, to, axis }
            }
        })
    }
}

fn foot_part(name: &str) -> Option<FootPart> {
    match name {
        "x" => Some(FootPart::Shift(0)),
        "y" => Some(FootPart::Shift(1)),
        "z" => Some(FootPart::Shift(2)),
        "heel" => Some(FootPart::Heel),
        "toes" => Some(FootPart::Toes),
        "turn" => Some(FootPart::Turn),
        _ => None,
    }
}

/// The joints that a name stands for: one of [`SPINE`], or a group of them.
fn spine_group(name: &str) -> Option<(usize, usize)> {
    match name {
        "lumbar" => Some((1, 3)),
        "thorax" => Some((3, 6)),
        "neck" => Some((6, 8)),
        "spine" => Some((1, 6)),
        "column" => Some((1, 8)),
        _ => SPINE.iter().position(|j| *j == name).map(|i| (i, i + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> Result<Channel, String> {
        Channel::try_from(name.to_owned())
    }

    #[test]
    fn a_group_stands_for_its_joints() {
        assert_eq!(read("lumbar.flex"), Ok(Channel::Spine { from: 1, to: 3, axis: Axis::Flex }));
    }

    #[test]
    fn one_joint_can_be_named() {
        assert_eq!(read("neck2.twist"), Ok(Channel::Spine { from: 7, to: 8, axis: Axis::Twist }));
    }

    #[test]
    fn each_foot_moves_by_itself() {
        assert_eq!(read("foot_l.y"), Ok(Channel::Foot(0, FootPart::Shift(1))));
        assert_eq!(read("foot_r.toes"), Ok(Channel::Foot(1, FootPart::Toes)));
    }

    #[test]
    fn an_unknown_name_is_repeated_in_the_error() {
        for name in ["knee.flex", "lumbar.wobble", "belly", "root.w", "foot_l.w"] {
            assert_eq!(read(name), Err(format!("unknown channel \"{name}\"")));
        }
    }
}
