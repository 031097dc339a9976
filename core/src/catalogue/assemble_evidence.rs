//! What a change is measured against: each number with its source.

use super::assemble::fault;
use super::source::{EvidenceFacts, MeasuredFact};
use super::{ContentFault, EvidenceContent, PaperContent, Threshold, TrialsContent};

pub(super) fn evidence(facts: &EvidenceFacts) -> Result<EvidenceContent, ContentFault> {
    let missing = |field: &str| fault("evidence.json", "evidence", field, "is missing");
    let paper = |key: &str| {
        let paper = facts.papers.iter().find(|paper| paper.paper == key)?;
        Some(PaperContent { citation: paper.citation.clone(), doi: paper.doi.clone().unwrap_or_default() })
    };
    let threshold = |of: MeasuredFact| {
        let found = facts.thresholds.iter().find(|threshold| threshold.of == of);
        let found = found.ok_or_else(|| missing("thresholds"))?;
        Ok(Threshold { points: found.points, percent: found.percent, paper: paper(&found.source) })
    };
    let trials = &facts.trials;
    Ok(EvidenceContent {
        pain: threshold(MeasuredFact::Pain)?,
        activity: threshold(MeasuredFact::Activity)?,
        other: threshold(MeasuredFact::Other)?,
        trials: TrialsContent {
            trials: trials.trials,
            people: trials.people,
            lower: trials.lower,
            least: trials.least,
            most: trials.most,
            matters_from: trials.matters_from,
            paper: paper(&trials.source).ok_or_else(|| missing("trials.source"))?,
        },
        practices: facts.milestones.practices.clone(),
        hours: facts.milestones.hours.clone(),
    })
}
