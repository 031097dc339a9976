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
    case search(SearchModel)
    case movement(MovementModel)
    case routine(RoutineModel)
    case topic(TopicModel)
    case reading(ReadingModel)
    case bodyMap(BodyMapModel)
    case make(MakeModel)
    case measure(MeasureModel)
    case bodyCheck(BodyCheckModel)
    case suggestions(SuggestionsModel)
    case notes(NotesModel)
    case figure(FigureModel)
    case refusedFile(SharedFileFault)
    case month(MonthModel)
    case classes(ClassesModel)
    case oneClass(ClassModel)
    case adjust(AdjustModel)
    case pause(PauseModel)
    case plans(PlansModel)
    case reminders(RemindersModel)
    case reminderDay(ReminderDay)
    case ready(ReadyModel)
    case player(PlayerModel)
    case stopped(StoppedModel)
    case checkIn(CheckInModel)

    /// The tab that is chosen here; none where the tab bar is not shown.
    public var tab: Tab? {
        switch self {
        case .today: .today
        case .plan: .plan
        case .library, .search, .movement, .routine, .topic, .reading, .bodyMap: .library
        case .progress: .progress
        default: nil
        }
    }

    /// Tells one page of the Library from the next, also of the same kind: a new page begins at its top, with its own
    /// state. None for pages elsewhere.
    public var libraryPage: ObjectIdentifier? {
        switch self {
        case .library(let model): ObjectIdentifier(model)
        case .search(let model): ObjectIdentifier(model)
        case .movement(let model): ObjectIdentifier(model)
        case .routine(let model): ObjectIdentifier(model)
        case .topic(let model): ObjectIdentifier(model)
        case .reading(let model): ObjectIdentifier(model)
        case .bodyMap(let model): ObjectIdentifier(model)
        default: nil
        }
    }

    /// The model of a page that can be returned to, where the core may have more to say by then.
    var refreshable: (any Refreshable)? {
        switch self {
        case .library(let model): model
        case .movement(let model): model
        case .routine(let model): model
        case .reading(let model): model
        case .suggestions(let model): model
        case .notes(let model): model
        case .today(let model): model
        case .plan(let model): model
        case .enrol(let model): model
        case .month(let model): model
        case .classes(let model): model
        case .adjust(let model): model
        case .plans(let model): model
        case .reminders(let model): model
        default: nil
        }
    }
}

/// A page that asks the core anew when it is shown again; what was chosen on it stays.
@MainActor
protocol Refreshable: AnyObject {
    func refresh() async throws
}
