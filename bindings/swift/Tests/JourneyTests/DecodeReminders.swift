import MingmenCore

// What a phone says of itself, what a person sets about reminders, and the classes that they keep.

extension LookReason: FromJson {
    init(_ json: Json) throws {
        self = try choose(
            json,
            among: [.opened, .changed, .alarm, .booted, .replaced, .clockSet, .leaveGiven, .background])
    }
}

extension PhoneLeave: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "leave")
        self.init(
            notifications: try fields.take("notifications"),
            exactAlarms: try fields.take("exact_alarms"),
            battery: try fields.take("battery"))
    }
}

extension Pending: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "pending")
        self.init(id: try fields.take("id"), stamp: try fields.take("stamp"))
    }
}

extension PhoneReport: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "report")
        self.init(
            reason: try fields.take("reason"),
            leave: try fields.take("leave"),
            slots: try fields.take("slots"),
            ringsAlone: try fields.take("rings_alone"),
            pending: try fields.take("pending"),
            shown: try fields.take("shown"))
    }
}

extension ReminderAnswer: FromJson {
    init(_ json: Json) throws {
        let choice = try Choice(json, of: "answer")
        self =
            choice.name == "put_off"
            ? .putOff(minutes: try choice.fields.take("minutes"))
            : try choose(json, among: [.start, .thisEvening, .notToday, .open])
    }
}

extension QuietHours: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "quiet hours")
        self.init(from: try fields.take("from"), until: try fields.take("until"))
    }
}

extension PostureChecks: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "posture checks")
        self.init(days: try fields.take("days"), times: try fields.take("times"))
    }
}

extension ReminderSettings: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "settings")
        self.init(
            practice: try fields.take("practice"),
            secondNudgeMinutes: try fields.take("second_nudge_minutes"),
            weekReview: try fields.take("week_review"),
            postureChecks: try fields.take("posture_checks"),
            milestones: try fields.take("milestones"),
            returnAfterDays: try fields.take("return_after_days"),
            whenGoalMet: try fields.take("when_goal_met"),
            quietHours: try fields.take("quiet_hours"),
            quietUntil: try fields.take("quiet_until"),
            evening: try fields.take("evening"),
            classLeadMinutes: try fields.take("class_lead_minutes"),
            tellsWhat: try fields.take("tells_what"))
    }
}

extension Schedule: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "schedule")
        self.init(
            weekday: try fields.take("weekday"), time: try fields.take("time"), zone: try fields.take("zone"))
    }
}

extension ClassDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "class")
        self.init(
            id: try fields.take("id"),
            item: try fields.take("item"),
            name: try fields.take("name"),
            schedule: try fields.take("schedule"),
            minutes: try fields.take("minutes"),
            rings: try fields.take("rings"))
    }
}
