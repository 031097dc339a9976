import MingmenCore

/// One of the four places of the tab bar.
public enum Tab: String, CaseIterable, Sendable {
    case today, plan, library, progress
}

/// Where the person is: the page that is shown, with its model.
@MainActor
public enum Place {
    /// The first answer of the core has not come yet.
    case opening
    case welcome
    case screening(ScreeningModel)
    case redFlag(RedFlagModel)
    case firstBreath(FirstBreathModel)
    case aboutYou(AboutYouModel)
    case enrol(EnrolModel)
    case today(TodayModel)
    case plan(PlanModel)
    case library(LibraryModel)
    case progress(ProgressModel)
    case movement(MovementModel)
    case ready(ReadyModel)
    case player(PlayerModel)
    case stopped(StoppedModel)
    case checkIn(CheckInModel)

    /// The tab that is chosen here; none where the tab bar is not shown.
    public var tab: Tab? {
        switch self {
        case .today: .today
        case .plan: .plan
        case .library, .movement: .library
        case .progress: .progress
        default: nil
        }
    }
}
