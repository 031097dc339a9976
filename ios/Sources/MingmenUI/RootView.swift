import MingmenCore
import MingmenKit
import SwiftUI

/// The whole app: the page where the person is, in the colours of the day or the night.
public struct RootView: View {
    @Environment(\.colorScheme) private var colorScheme
    @Environment(\.scenePhase) private var scenePhase
    private let app: AppModel

    public init(app: AppModel) {
        self.app = app
    }

    public var body: some View {
        place
            .environment(\.palette, colorScheme == .dark ? .dark : .light)
            .task { await app.start() }
            .onChange(of: scenePhase) { _, phase in
                if phase == .active { Task { await app.refresh() } }
            }
    }

    @ViewBuilder
    private var place: some View {
        VStack(spacing: 0) {
            if let trouble = app.trouble { Notice(icon: "exclamationmark.circle", text: trouble.localizedDescription) }
            if app.place.tab == nil {
                alone
            } else {
                tabs
            }
        }
    }

    @ViewBuilder
    private var alone: some View {
        switch app.place {
        case .screening(let model): ScreeningView(model: model) { await app.back() }
        case .redFlag(let model): RedFlagView(model: model)
        case .firstBreath(let model): FirstBreathView(model: model, figures: app.figures)
        case .aboutYou(let model): AboutYouView(model: model)
        case .enrol(let model): EnrolView(model: model) { await app.back() }
        case .ready(let model): ReadyView(model: model, figures: app.figures) { await app.back() }
        case .player(let model): PlayerView(model: model, figures: app.figures)
        case .stopped(let model): StoppedView(model: model)
        case .checkIn(let model): CheckInView(model: model)
        case .welcome: WelcomeView(app: app)
        case .make(let model): MakeView(model: model, figures: app.figures) { await app.back() }
        case .measure(let model): MeasureView(model: model, figures: app.figures) { await app.back() }
        case .bodyCheck(let model): BodyCheckView(model: model) { await app.back() }
        case .suggestions(let model): SuggestionsView(model: model) { await app.back() }
        case .notes(let model): NotesView(model: model) { await app.back() }
        case .figure(let model): FigureView(model: model, figures: app.figures) { await app.back() }
        case .refusedFile(let fault): RefusedFileView(fault: fault) { await app.back() }
        case .month(let model): MonthView(model: model) { await app.back() }
        case .classes(let model): ClassesView(model: model) { await app.back() }
        case .oneClass(let model): ClassView(model: model) { await app.back() }
        case .adjust(let model): AdjustView(model: model) { await app.back() }
        case .pause(let model): PauseView(model: model) { await app.back() }
        case .plans(let model): PlansView(model: model) { await app.back() }
        case .reminders(let model): RemindersView(model: model) { await app.back() }
        case .reminderDay(let day): ReminderDayView(day: day) { await app.back() }
        case .opening, .today, .plan, .library, .progress, .search, .movement, .routine, .topic, .reading, .bodyMap:
            Text(verbatim: words(.opening)).font(.bodyText)
        }
    }

    private var tabs: some View {
        TabView(selection: chosenTab) {
            ForEach(MingmenKit.Tab.allCases, id: \.self) { tab in
                page(of: tab)
                    .tabItem { Label(tab.title, systemImage: tab.icon) }
                    .tag(tab)
            }
        }
    }

    /// A press on a tab asks the core anew, and the page changes with its answer.
    private var chosenTab: Binding<MingmenKit.Tab> {
        Binding(
            get: { @MainActor in app.place.tab ?? .today },
            set: { @MainActor tab in Task { await app.open(tab) } })
    }

    @ViewBuilder
    private func page(of tab: MingmenKit.Tab) -> some View {
        switch app.place {
        case .today(let model) where tab == .today: TodayView(model: model, figures: app.figures)
        case .plan(let model) where tab == .plan: PlanView(model: model) { await app.chooseFigure() }
        case .progress(let model) where tab == .progress: WeekView(model: model)
        default:
            if tab == .library { library }
        }
    }

    /// The list stays under the page that it opened, so that Back finds it where it was scrolled to.
    private var library: some View {
        ZStack {
            if let model = app.openLibrary {
                let isShown = app.place.libraryPage == ObjectIdentifier(model)
                LibraryView(model: model, figures: app.figures, hasWayBack: isShown && !app.trail.isEmpty) {
                    await app.back()
                }
                .id(ObjectIdentifier(model))
                .opacity(isShown ? 1 : 0)
                .disabled(!isShown)
                .accessibilityHidden(!isShown)
            }
            libraryPage.id(app.place.libraryPage)
        }
    }

    @ViewBuilder
    private var libraryPage: some View {
        switch app.place {
        case .search(let model): SearchView(model: model) { await app.back() }
        case .movement(let model): MovementView(model: model, figures: app.figures) { await app.back() }
        case .routine(let model): RoutineView(model: model, figures: app.figures) { await app.back() }
        case .topic(let model): TopicView(model: model) { await app.back() }
        case .reading(let model): ReadingView(model: model, figures: app.figures) { await app.back() }
        case .bodyMap(let model): BodyMapView(model: model) { await app.back() }
        default: EmptyView()
        }
    }
}

extension MingmenKit.Tab {
    fileprivate var title: String {
        switch self {
        case .today: words(.tabToday)
        case .plan: words(.tabPlan)
        case .library: words(.tabLibrary)
        case .progress: words(.tabProgress)
        }
    }

    fileprivate var icon: String {
        switch self {
        case .today: "sun.horizon"
        case .plan: "point.topleft.down.to.point.bottomright.curvepath"
        case .library: "book"
        case .progress: "checkmark.circle"
        }
    }
}
