import MingmenCore

// How a person is led, and what they change on the way.

extension Choices: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "choices")
        self.init(
            minutes: try fields.take("minutes"),
            posture: try fields.take("posture"),
            guidance: try fields.take("guidance", usually: Guidance(.object([:]))),
            leaveOut: try fields.take("leave_out"))
    }
}

extension Guidance: FromJson {
    /// Whatever is not said is as usual, as in the core. A breath of null is one's own.
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "guidance")
        self.init(
            breathMs: try fields.take("breath_ms", usually: 8_000),
            voice: try fields.take("voice", usually: .full),
            pacer: try fields.take("pacer"),
            breathChimes: try fields.take("breath_chimes", usually: false),
            touches: try fields.take("touches", usually: false),
            otherSideFirst: try fields.take("other_side_first", usually: false),
            warmUp: try fields.take("warm_up", usually: false),
            gratitude: try fields.take("gratitude", usually: false),
            intention: try fields.take("intention", usually: false))
    }
}

extension VoiceDetail: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.full, .key, .quiet]) }
}

extension Pacer: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "pacer")
        self.init(paceTenths: try fields.take("pace_tenths"), inPercent: try fields.take("in_percent"))
    }
}

extension PracticeChange: FromJson {
    init(_ json: Json) throws {
        let choice = try Choice(json, of: "practice change")
        switch choice.name {
        case "minutes": self = .minutes(left: try choice.fields.take("left"))
        case "seated": self = .seated
        case "guidance": self = .guidance(guidance: try choice.fields.take("guidance"))
        default: throw Malformed("\(choice.name) is no practice change")
        }
    }
}
