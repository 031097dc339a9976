import MingmenCore

// What is asked of the pages about many weeks.

extension TrendSpan: FromJson {
    init(_ json: Json) throws {
        self = try choose(json, among: [.twelveWeeks, .halfYear, .year])
    }
}

extension ReportDraft: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "draft")
        self.init(
            from: try fields.take("from"),
            through: try fields.take("through"),
            withNotes: try fields.take("with_notes"))
    }
}
