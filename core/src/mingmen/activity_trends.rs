//! What became of the everyday activities that a person chose.

use std::ops::RangeInclusive;

use crate::own::Activity;
use crate::progress::{Verdict, rated_verdict};
use crate::store::Reading;
use crate::zone::CivilDate;

use super::progress_words::verdict;
use super::{ActivityTrend, Mingmen, RatedPoint, Result, words};

impl Mingmen {
    /// The activities that are still rated and have ratings on these days, in the order in which they were chosen.
    pub(super) fn activity_trends(
        &self,
        reading: &Reading<'_>,
        days: RangeInclusive<CivilDate>,
    ) -> Result<Vec<ActivityTrend>> {
        let ratings = reading.activity_ratings_between(days)?;
        if ratings.is_empty() {
            return Ok(Vec::new());
        }
        let trend = |activity: Activity| {
            let its_own = ratings.iter().filter(|rating| rating.activity == activity.id);
            let rated: Vec<(CivilDate, u8)> = its_own.map(|rating| (rating.date, rating.rating)).collect();
            (!activity.retired && !rated.is_empty()).then(|| self.activity_trend(activity, &rated))
        };
        Ok(reading.activities()?.into_iter().filter_map(trend).collect())
    }

    fn activity_trend(&self, activity: Activity, rated: &[(CivilDate, u8)]) -> ActivityTrend {
        let phrases = self.phrases();
        let threshold = &self.catalogue.evidence().activity;
        let found = rated_verdict(rated, threshold, false);
        let heading = verdict(phrases, found, false);
        let date = |date| words::short_date(phrases, date);
        let detail = match rated {
            [(first_on, first), .., (latest_on, latest)] => {
                let compared = phrases.activity_compared(first, date(*first_on), latest, date(*latest_on));
                let moved = matches!(found, Verdict::Better | Verdict::Worse);
                if moved { [compared, phrases.trend_not_why()].join(" ") } else { compared }
            }
            _ => phrases.activity_few(),
        };
        let point = |(on, rating): &(CivilDate, u8)| RatedPoint {
            date: *on,
            rating: *rating,
            spoken: phrases.rating_spoken(date(*on), rating),
        };
        ActivityTrend {
            activity: activity.id,
            verdict: found,
            rule: phrases.activity_rule(threshold.points),
            citation: threshold.paper.as_ref().map(|paper| paper.citation.clone()).unwrap_or_default(),
            ratings: rated.iter().map(point).collect(),
            spoken: phrases.trend_spoken(&activity.name, &heading, &detail),
            title: activity.name,
            heading,
            detail,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Mingmen, OpenOptions, ReportDraft, TrendSpan};
    use super::*;
    use crate::own::ActivityRating;
    use crate::zone::Now;

    #[test]
    fn an_activity_has_a_trend_and_a_place_on_the_page_for_a_doctor_until_it_is_retired() {
        let folder = tempfile::tempdir().unwrap();
        let now = Now { instant: "2026-05-13T07:40:00Z".parse().unwrap(), zone: "Europe/London".into() };
        let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
        let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
        let mingmen = Mingmen::open(&options, &now).unwrap();
        let id = || mingmen.next_id(now.instant);
        let mut socks = Activity {
            id: id().into(),
            revision: 1,
            named_at: now.instant,
            name: "Socks & <shoes>".into(),
            retired: false,
        };
        let rated = |date: &str, rating| ActivityRating {
            id: id().into(),
            rated_at: now.instant,
            zone: now.zone.clone(),
            date: date.parse().unwrap(),
            activity: socks.id.clone(),
            rating,
        };
        let ratings = [rated("2026-03-30", 3), rated("2026-05-11", 7)];
        let kept = mingmen.store.write(|writing| {
            ratings.iter().try_for_each(|rating| writing.insert_activity_rating(rating))?;
            writing.insert_activity(&id(), now.instant, &socks)
        });
        kept.unwrap();

        let trend = &mingmen.trends(TrendSpan::TwelveWeeks, &now).unwrap().activities[0];
        assert_eq!((trend.verdict, trend.heading.as_str()), (Verdict::Better, "Probably better"));
        assert_eq!(trend.detail, "3 on 30 March, and 7 on 11 May. Notes like these cannot say why.");
        assert!(trend.citation.starts_with("Stratford P") && trend.rule.contains("3 points"));
        let draft = ReportDraft {
            from: "2026-03-01".parse().unwrap(),
            through: "2026-05-13".parse().unwrap(),
            with_notes: true,
        };
        let page = || mingmen.report(&draft, &now).unwrap().html;
        assert!(page().contains("<h3>Socks &amp; &lt;shoes&gt;</h3>"));

        (socks.revision, socks.retired) = (2, true);
        mingmen.store.write(|writing| writing.insert_activity(&id(), now.instant, &socks)).unwrap();
        assert!(mingmen.trends(TrendSpan::Year, &now).unwrap().activities.is_empty());
        assert!(!page().contains("<h3>"));
    }
}
