//! What there is to choose of the drawn person, in words.
use mingmen_core::figure::{FigureChoices, FigureTone};
use mingmen_core::mingmen::{FigureForm, FigureOption, FigureQuestion, Subject};

/// Who the drawn person may be: a page of questions, each with an answer already chosen.
#[uniffi::remote(Record)]
pub struct FigureForm {
    /// The heading.
    pub title: String,
    /// What the page is for.
    pub lead: String,
    /// Who the person is now.
    pub chosen: FigureChoices,
    /// In the order in which they are shown.
    pub questions: Vec<FigureQuestion>,
    /// What a choice changed; nothing where the form was only asked for.
    pub changes: Vec<Subject>,
}

/// One thing to choose.
#[uniffi::remote(Record)]
pub struct FigureQuestion {
    /// What is chosen.
    pub title: String,
    /// One of them is chosen.
    pub options: Vec<FigureOption>,
}

/// One way to be.
#[uniffi::remote(Record)]
pub struct FigureOption {
    /// Its name.
    pub text: String,
    /// Whether it is chosen now.
    pub chosen: bool,
    /// Its colour, where it is one; the name says it too.
    pub tone: Option<FigureTone>,
    /// What choosing it makes of the person: hand it to `choose_figure` as it is.
    pub choices: FigureChoices,
}
