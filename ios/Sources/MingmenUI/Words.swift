import Foundation
import MingmenCore
import MingmenKit

/// The words of buttons and headings, by their names in `Localizable.strings`. Sentences with content come from the core.
enum Word: String, CaseIterable {
    case welcomeLine = "welcome_line"
    case welcomeBody = "welcome_body"
    case welcomePrivate = "welcome_private"
    case begin = "begin"
    case back = "back"
    case close = "close"
    case proceed = "proceed"
    case save = "save"
    case skip = "skip"
    case stepOf = "step_of"
    case seeWhatToDo = "see_what_to_do"
    case showSigns = "show_signs"
    case hideSigns = "hide_signs"
    case youTicked = "you_ticked"
    case call = "call"
    case tellThem = "tell_them"
    case tickedByMistake = "ticked_by_mistake"
    case lookAround = "look_around"
    case whereStart = "where_start"
    case start = "start"
    case setUp = "set_up"
    case setUpMore = "set_up_more"
    case yourWeeks = "your_weeks"
    case days = "days"
    case time = "time"
    case length = "length"
    case posture = "posture"
    case seated = "seated"
    case standing = "standing"
    case lying = "lying"
    case walking = "walking"
    case earlier = "earlier"
    case later = "later"
    case startOn = "start_on"
    case tabToday = "tab_today"
    case tabPlan = "tab_plan"
    case tabLibrary = "tab_library"
    case tabProgress = "tab_progress"
    case hurtsToday = "hurts_today"
    case hurtsTodayMore = "hurts_today_more"
    case onceMore = "once_more"
    case practiseAnyway = "practise_anyway"
    case errorPracticeShut = "error_practice_shut"
    case nextPractice = "next_practice"
    case nonePlanned = "none_planned"
    case goOn = "go_on"
    case finishHere = "finish_here"
    case doneCount = "done_count"
    case thisWeek = "this_week"
    case nextReminder = "next_reminder"
    case inHalfAnHour = "in_half_an_hour"
    case thisEvening = "this_evening"
    case notToday = "not_today"
    case worse = "worse"
    case backToToday = "back_to_today"
    case backBefore = "back_before"
    case numberStarts = "number_starts"
    case startWithout = "start_without"
    case painNone = "pain_none"
    case painMild = "pain_mild"
    case painModerate = "pain_moderate"
    case painSevere = "pain_severe"
    case painKeySpoken = "pain_key_spoken"
    case notSure = "not_sure"
    case painLeast = "pain_least"
    case painWorst = "pain_worst"
    case placeOf = "place_of"
    case left = "left"
    case leftThen = "left_then"
    case startingIn = "starting_in"
    case paused = "paused"
    case breatheIn = "breathe_in"
    case breatheOut = "breathe_out"
    case breatheNaturally = "breathe_naturally"
    case breatheOwn = "breathe_own"
    case previous = "previous"
    case next = "next"
    case pause = "pause"
    case stop = "stop"
    case endHere = "end_here"
    case endHereMore = "end_here_more"
    case end = "end"
    case doneForToday = "done_for_today"
    case backNow = "back_now"
    case noticed = "noticed"
    case mood = "mood"
    case feltWrong = "felt_wrong"
    case before = "before"
    case yourWeek = "your_week"
    case earlierWeek = "earlier_week"
    case laterWeek = "later_week"
    case painBeforeAfter = "pain_before_after"
    case keyBefore = "key_before"
    case keyAfter = "key_after"
    case fromTo = "from_to"
    case notNoted = "not_noted"
    case notNotedSpoken = "not_noted_spoken"
    case painSpoken = "pain_spoken"
    case ringSpoken = "ring_spoken"
    case ofCount = "of_count"
    case planEmpty = "plan_empty"
    case theFigure = "the_figure"
    case theFigureMore = "the_figure_more"
    case change = "change"
    case minutesShort = "minutes_short"
    case upToMinutes = "up_to_minutes"
    case weekSpoken = "week_spoken"
    case articleSaysWhere = "article_says_where"
    case proposed = "proposed"
    case generallyKnown = "generally_known"
    case mon = "mon"
    case tue = "tue"
    case wed = "wed"
    case thu = "thu"
    case fri = "fri"
    case sat = "sat"
    case sun = "sun"
    case monday = "monday"
    case tuesday = "tuesday"
    case wednesday = "wednesday"
    case thursday = "thursday"
    case friday = "friday"
    case saturday = "saturday"
    case sunday = "sunday"
    case aLine = "a_line"
    case dayDone = "day_done"
    case dayDue = "day_due"
    case dayPlanned = "day_planned"
    case dayRest = "day_rest"
    case dayPaused = "day_paused"
    case todaySpoken = "today_spoken"
    case steps = "steps"
    case care = "care"
    case opening = "opening"
    case breatheDeeply = "breathe_deeply"
    case articlesSayWhere = "articles_say_where"
    case placeInArticle = "place_in_article"
    case placesInArticle = "places_in_article"
    case withOrigin = "with_origin"
    case searchShort = "search_short"
    case search = "search"
    case clearSearch = "clear_search"
    case practise = "practise"
    case learn = "learn"
    case showEverything = "show_everything"
    case routines = "routines"
    case movements = "movements"
    case ownRoutines = "own_routines"
    case nothingForThis = "nothing_for_this"
    case makeRoutine = "make_routine"
    case makeRoutineMore = "make_routine_more"
    case goOnMaking = "go_on_making"
    case notSavedYet = "not_saved_yet"
    case changeRoutine = "change_routine"
    case goOnChanging = "go_on_changing"
    case changesUnsaved = "changes_unsaved"
    case stillHere = "still_here"
    case putAway = "put_away"
    case putChangesAway = "put_changes_away"
    case wasPutAway = "was_put_away"
    case toMeasure = "to_measure"
    case toMeasureMore = "to_measure_more"
    case takeIn = "take_in"
    case takeInMore = "take_in_more"
    case fileRefusedTitle = "file_refused_title"
    case fileRefusedMore = "file_refused_more"
    case fileFault = "file_fault"
    case fileFieldFault = "file_field_fault"
    case fileNotTextAt = "file_not_text_at"
    case fileUnreadable = "file_unreadable"
    case wasDeleted = "was_deleted"
    case bringBack = "bring_back"
    case partOfBody = "part_of_body"
    case bodyMap = "body_map"
    case bodyMapMore = "body_map_more"
    case showForThis = "show_for_this"
    case points = "points"
    case channels = "channels"
    case bodyCheck = "body_check"
    case bodyCheckMore = "body_check_more"
    case lastSuggestions = "last_suggestions"
    case severalFit = "several_fit"
    case seeSuggestions = "see_suggestions"
    case suggestions = "suggestions"
    case askAgain = "ask_again"
    case nothingSuggestedWhole = "nothing_suggested_whole"
    case smallNotes = "small_notes"
    case smallNotesMore = "small_notes_more"
    case notedToday = "noted_today"
    case takeBackNote = "take_back_note"
    case watch = "watch"
    case alsoCalled = "also_called"
    case inChinese = "in_chinese"
    case inKorean = "in_korean"
    case cautionYours = "caution_yours"
    case practiseThis = "practise_this"
    case attention = "attention"
    case benefits = "benefits"
    case uses = "uses"
    case goodToKnow = "good_to_know"
    case areas = "areas"
    case whatToMind = "what_to_mind"
    case extras = "extras"
    case madeOf = "made_of"
    case members = "members"
    case gentler = "gentler"
    case inRoutines = "in_routines"
    case related = "related"
    case breathsAMinute = "breaths_a_minute"
    case sidesInTurn = "sides_in_turn"
    case beginMinutes = "begin_minutes"
    case chooseMovement = "choose_movement"
    case chooseSeated = "choose_seated"
    case takeAlong = "take_along"
    case addedByUs = "added_by_us"
    case leftOutUnless = "left_out_unless"
    case whenLying = "when_lying"
    case duplicate = "duplicate"
    case share = "share"
    case delete = "delete"
    case readNext = "read_next"
    case inTopic = "in_topic"
    case routineName = "routine_name"
    case nameFault = "name_fault"
    case movementsFault = "movements_fault"
    case addMovement = "add_movement"
    case minuteLess = "minute_less"
    case minuteMore = "minute_more"
    case moveUp = "move_up"
    case moveDown = "move_down"
    case takeOut = "take_out"
    case makeIt = "make_it"
    case dayIs = "day_is"
    case leaveOut = "leave_out"
    case leaveOutCount = "leave_out_count"
    case anotherOne = "another_one"
    case keepAsOwn = "keep_as_own"
    case signsAgain = "signs_again"
    case againSpoken = "again_spoken"
    case done = "done"
    case sitFromHere = "sit_from_here"
    case led = "led"
    case howLedMore = "how_led_more"
    case ledVoice = "led_voice"
    case ledBreath = "led_breath"
    case ledPacer = "led_pacer"
    case pacer = "pacer"
    case pacerMore = "pacer_more"
    case breathChimes = "breath_chimes"
    case touches = "touches"
    case otherSide = "other_side"
    case around = "around"
    case reminders = "reminders"
    case heldBack = "held_back"
    case whatRings = "what_rings"
    case ringsNext = "rings_next"
    case whyOneMightNotRing = "why_one_might_not_ring"
    case whyItDidNotRing = "why_it_did_not_ring"
    case letRemindersShow = "let_reminders_show"
    case openNotificationSettings = "open_notification_settings"
    case openAlarmSettings = "open_alarm_settings"
    case openBatterySettings = "open_battery_settings"
    case ringPractice = "ring_practice"
    case ringAgain = "ring_again"
    case ringAgainMore = "ring_again_more"
    case ringWeek = "ring_week"
    case ringWeekMore = "ring_week_more"
    case ringPosture = "ring_posture"
    case daysAt = "days_at"
    case ringMilestones = "ring_milestones"
    case ringReturn = "ring_return"
    case ringReturnMore = "ring_return_more"
    case ringWhenMet = "ring_when_met"
    case ringClass = "ring_class"
    case ringClassMore = "ring_class_more"
    case thisEveningMore = "this_evening_more"
    case setTimes = "set_times"
    case quarterLess = "quarter_less"
    case quarterMore = "quarter_more"
    case dayLess = "day_less"
    case dayMore = "day_more"
    case whenQuiet = "when_quiet"
    case ringTest = "ring_test"
    case quietHours = "quiet_hours"
    case quietHoursMore = "quiet_hours_more"
    case quietFrom = "quiet_from"
    case quietTo = "quiet_to"
    case quietUntil = "quiet_until"
    case quietUntilMore = "quiet_until_more"
    case lastQuietDay = "last_quiet_day"
    case tellsWhat = "tells_what"
    case tellsWhatMore = "tells_what_more"
    case classes = "classes"
    case daysCount = "days_count"
    case dayEarlier = "day_earlier"
    case dayLater = "day_later"
    case nameThen = "name_then"
    case timeOf = "time_of"
    case addTime = "add_time"
    case changePlan = "change_plan"
    case daysAndTimes = "days_and_times"
    case onePractice = "one_practice"
    case weekOfPlan = "week_of_plan"
    case movesOn = "moves_on"
    case aPause = "a_pause"
    case bendLeave = "bend_leave"
    case pauseOtherDays = "pause_other_days"
    case pauseOtherDaysMore = "pause_other_days_more"
    case pauseCalm = "pause_calm"
    case firstDay = "first_day"
    case lastDay = "last_day"
    case pausePlan = "pause_plan"
    case pausedFromTo = "paused_from_to"
    case changeMade = "change_made"
    case keepAsItIs = "keep_as_it_is"
    case otherPlans = "other_plans"
    case otherPlansMore = "other_plans_more"
    case youFollowIt = "you_follow_it"
    case howManyWeeks = "how_many_weeks"
    case weeksCount = "weeks_count"
    case weekLess = "week_less"
    case weekMore = "week_more"
    case routineFirst = "routine_first"
    case accept = "accept"
    case alsoToday = "also_today"
    case decline = "decline"
    case accepted = "accepted"
    case declined = "declined"
    case worseSince = "worse_since"
    case accountRead = "account_read"
    case notWorse = "not_worse"
    case bellHeldBack = "bell_held_back"
    case calendar = "calendar"
    case calendarMore = "calendar_more"
    case wholeMonth = "whole_month"
    case earlierMonth = "earlier_month"
    case laterMonth = "later_month"
    case dueToday = "due_today"
    case planned = "planned"
    case rests = "rests"
    case minutesPractised = "minutes_practised"
    case monthEmpty = "month_empty"
    case withMore = "with_more"
    case addToCalendar = "add_to_calendar"
    case addToCalendarMore = "add_to_calendar_more"
    case classesMore = "classes_more"
    case classesLead = "classes_lead"
    case keepClass = "keep_class"
    case ringBefore = "ring_before"
    case changeClass = "change_class"
    case changeThisClass = "change_this_class"
    case addClass = "add_class"
    case classNameHint = "class_name_hint"
    case day = "day"
    case fiveLess = "five_less"
    case fiveMore = "five_more"
    case onWhoseClock = "on_whose_clock"
    case otherZone = "other_zone"
    case classNameFault = "class_name_fault"
    case zoneFault = "zone_fault"
    case removeClass = "remove_class"
    case removeAsked = "remove_asked"
    case removeAskedMore = "remove_asked_more"
    case remove = "remove"
    case keepIt = "keep_it"
}

/// The words in the person's language, with the gaps filled in order.
func words(_ word: Word, _ gaps: any CVarArg...) -> String {
    let pattern = Bundle.module.localizedString(forKey: word.rawValue, value: nil, table: nil)
    return gaps.isEmpty ? pattern : String(format: pattern, arguments: gaps)
}

extension Weekday {
    /// "Mon".
    var short: String { words(Self.shortNames[place]) }

    /// "Monday".
    var long: String { words(Self.longNames[place]) }

    private var place: Int { Weekday.allCases.firstIndex(of: self) ?? 0 }

    private static let shortNames: [Word] = [.mon, .tue, .wed, .thu, .fri, .sat, .sun]
    private static let longNames: [Word] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
}

extension WallTime {
    /// "08:00".
    var clock: String { String(description.prefix(5)) }
}

extension Posture {
    var name: String {
        switch self {
        case .seated: words(.seated)
        case .standing: words(.standing)
        case .lying: words(.lying)
        case .walking: words(.walking)
        }
    }
}

extension DayState {
    /// What a mark of the week says aloud.
    var spoken: String {
        switch self {
        case .done: words(.dayDone)
        case .due: words(.dayDue)
        case .planned: words(.dayPlanned)
        case .rest: words(.dayRest)
        case .paused: words(.dayPaused)
        }
    }
}

extension Origin {
    /// "The article says · number 000, line 23", every article where several do, or that we propose it: on whatever could
    /// be taken for the other.
    var badge: String {
        switch self {
        case .source(let places):
            words(
                places.count == 1 ? .articleSaysWhere : .articlesSayWhere, places.map(\.place).joined(separator: "; "))
        case .proposed: words(.proposed)
        case .generalKnowledge: words(.generallyKnown)
        }
    }
}

extension SourcePlace {
    /// "number 000, line 23", or "number 000, lines 23, 30".
    fileprivate var place: String {
        words(lines.allSatisfy(\.isNumber) ? .placeInArticle : .placesInArticle, article, lines)
    }
}

/// "Moderate" for a number of pain from 0 to 10.
func painWord(_ pain: UInt8) -> String {
    switch pain {
    case 0: words(.painNone)
    case 1...3: words(.painMild)
    case 4...6: words(.painModerate)
    default: words(.painSevere)
    }
}

/// "2:12" for milliseconds.
func clock(_ milliseconds: UInt32) -> String {
    let seconds = Int((milliseconds + 999) / 1_000)
    let (minutes, rest) = (seconds / 60, seconds % 60)
    return "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
}

/// "5 min" for whole minutes, else "1:30".
func timeWords(_ seconds: UInt32) -> String {
    seconds.isMultiple(of: 60) ? words(.minutesShort, Int(seconds / 60)) : clock(seconds * 1_000)
}

/// "5.5" for tenths, as the person's own region writes it.
func tenths(_ tenths: UInt16) -> String {
    (Double(tenths) / 10).formatted(.number.precision(.fractionLength(tenths.isMultiple(of: 10) ? 0 : 1)))
}

/// What a key of a notification says.
public func title(of action: ReminderAction) -> String {
    switch action {
    case .start: words(.start)
    case .inHalfAnHour: words(.inHalfAnHour)
    case .thisEvening: words(.thisEvening)
    case .notToday: words(.notToday)
    }
}
