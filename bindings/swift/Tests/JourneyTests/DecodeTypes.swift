import MingmenCore

// The records and choices that commands and queries take.

extension Posture: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.seated, .standing, .lying, .walking]) }
}

extension Weekday: FromJson {
    init(_ json: Json) throws {
        self = try choose(
            json, among: [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday])
    }
}

extension SessionLength: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.ramp, .ten, .fifteen, .full]) }
}

extension DayKind: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.ordinary, .tired, .tense, .stiff, .sore]) }
}

extension CheckInMoment: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.before, .after, .anytime]) }
}

extension TimePolicy: FromJson {
    init(_ json: Json) throws {
        let choice = try Choice(json, of: "time policy")
        switch choice.name {
        case "floating": self = .floating
        case "pinned": self = .pinned(zone: try choice.fields.take("zone"))
        default: throw Malformed("\(choice.name) is no time policy")
        }
    }
}

extension PracticeReason: FromJson {
    init(_ json: Json) throws {
        let choice = try Choice(json, of: "reason")
        switch choice.name {
        case "free": self = .free
        case "plan": self = .plan(enrolment: try choice.fields.take("enrolment"))
        default: throw Malformed("\(choice.name) is no reason")
        }
    }
}

extension PlayerEvent: FromJson {
    init(_ json: Json) throws {
        let choice = try Choice(json, of: "player event")
        self =
            choice.name == "stop_for_sign"
            ? .stopForSign(sign: try choice.fields.take("sign"))
            : try choose(json, among: [.start, .tick, .pause, .resume, .skip, .back, .repeat, .stop, .finish])
    }
}

extension Change: FromJson {
    init(_ json: Json) throws {
        let choice = try Choice(json, of: "change")
        let fields = choice.fields
        switch choice.name {
        case "slots": self = .slots(slots: try fields.take("slots"), timePolicy: try fields.take("time_policy"))
        case "posture": self = .posture(posture: try fields.take("posture"))
        case "length": self = .length(length: try fields.take("length"))
        case "pause": self = .pause(through: try fields.take("through"))
        case "go_to": self = .goTo(week: try fields.take("week"))
        case "move": self = .move(from: try fields.take("from"), to: try fields.take("to"))
        case "advance": self = .advance(by: try fields.take("by"))
        default: self = try choose(json, among: [.hold, .resume, .leave])
        }
    }
}

extension AdvanceBy: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.calendar, .earned]) }
}

extension SessionTime: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "session time")
        self.init(date: try fields.take("date"), time: try fields.take("time"))
    }
}

extension WeeklySlot: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "slot")
        self.init(weekday: try fields.take("weekday"), time: try fields.take("time"))
    }
}

extension EnrolmentDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "draft")
        self.init(
            plan: try fields.take("plan"),
            startsOn: try fields.take("starts_on"),
            slots: try fields.take("slots"),
            timePolicy: try fields.take("time_policy"),
            posture: try fields.take("posture"),
            length: try fields.take("length"),
            weeks: try fields.take("weeks"),
            routine: try fields.take("routine"))
    }
}

extension BeginDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "draft")
        self.init(
            routine: try fields.take("routine"),
            choices: try fields.take("choices"),
            reason: try fields.take("reason"),
            painBefore: try fields.take("pain_before"))
    }
}

extension EnteredPracticeDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "draft")
        self.init(
            date: try fields.take("date"),
            minutes: try fields.take("minutes"),
            enrolment: try fields.take("enrolment"),
            routine: try fields.take("routine"))
    }
}

extension CheckInDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "draft")
        self.init(
            moment: try fields.take("moment"),
            practice: try fields.take("practice"),
            pain: try fields.take("pain"),
            stiffness: try fields.take("stiffness"),
            sleep: try fields.take("sleep"),
            energy: try fields.take("energy"),
            mood: try fields.take("mood"),
            stress: try fields.take("stress"),
            areas: try fields.take("areas"),
            sensations: try fields.take("sensations"),
            note: try fields.take("note"))
    }
}

extension ActivityRatingDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "rating")
        self.init(activity: try fields.take("activity"), rating: try fields.take("rating"))
    }
}

extension LibraryFilter: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "filter")
        self.init(
            area: try fields.take("area"),
            posture: try fields.take("posture"),
            atMostMinutes: try fields.take("at_most_minutes"))
    }
}

extension MeasureDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "draft")
        self.init(
            minutes: try fields.take("minutes"),
            posture: try fields.take("posture"),
            area: try fields.take("area"),
            avoid: try fields.take("avoid"),
            day: try fields.take("day"),
            seed: try fields.take("seed"))
    }
}

extension OwnSegment: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "segment")
        self.init(variant: try fields.take("variant"), minutes: try fields.take("minutes"))
    }
}

extension OwnRoutineDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "draft")
        self.init(name: try fields.take("name"), segments: try fields.take("segments"))
    }
}

extension BodyAnswer: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "answer")
        self.init(question: try fields.take("question"), chosen: try fields.take("chosen"))
    }
}

extension NoteDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "draft")
        self.init(kind: try fields.take("kind"), option: try fields.take("option"), text: try fields.take("text"))
    }
}

extension ImportMode: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.merge, .replace]) }
}
