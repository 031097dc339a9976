import MingmenCore

// Who the drawn person is.

extension FigureChoices: FromJson {
    init(_ json: Json) throws {
        let fields = try Fields(json, of: "choices")
        self.init(
            build: try fields.take("build"),
            age: try fields.take("age"),
            skin: try fields.take("skin"),
            hair: try fields.take("hair"),
            hairStyle: try fields.take("hair_style"),
            range: try fields.take("range"))
    }
}

extension FigureBuild: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.slighter, .middle, .fuller]) }
}

extension FigureAge: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.younger, .older]) }
}

extension FigureSkin: FromJson {
    init(_ json: Json) throws {
        self = try choose(json, among: [.veryLight, .light, .tan, .olive, .brown, .dark])
    }
}

extension FigureHair: FromJson {
    init(_ json: Json) throws {
        self = try choose(json, among: [.black, .darkBrown, .chestnut, .red, .blond, .grey, .white])
    }
}

extension FigureHairStyle: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.bun, .short]) }
}

extension FigureRange: FromJson {
    init(_ json: Json) throws { self = try choose(json, among: [.full, .smaller]) }
}
