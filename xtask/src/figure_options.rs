//! What `cargo xtask figures` takes: the entry shows it and passes it on, the program that draws reads it.

use crate::args::{Flag, Shape, Words};

/// What there is to draw.
pub const DETAIL: &str = "Draws each clip as a sheet of phases, as a card and as an animated SVG, and lists them in \
                          index.html.\nExit code 1 where a clip shows what a body cannot do.";

/// The options.
pub const SHAPE: Shape = Shape {
    flags: &[
        Flag { name: "--motion", value: Some("ID"), help: "only this motion, such as spinal-wave" },
        Flag { name: "--only", value: Some("KIND"), help: "only pictures of this kind: svg, sheet or card" },
        Flag {
            name: "--person",
            value: Some("JSON"),
            help: "whom to show, such as {\"age\":\"older\",\"range\":\"smaller\"}",
        },
        Flag { name: "--out", value: Some("DIR"), help: "draw to DIR (target/figures)" },
        Flag {
            name: "--readme",
            value: None,
            help: "draw the pictures of README to docs/pictures, and nothing else",
        },
    ],
    words: Words::None,
};
