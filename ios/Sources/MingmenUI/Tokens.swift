// Written from docs/design/tokens.json. Change it there, then run TokensTests with MINGMEN_UPDATE=1.

import SwiftUI

/// Red, green and blue of sRGB, 0 to 1.
struct RGB: Hashable {
    let red: Double
    let green: Double
    let blue: Double

    init(_ hex: UInt32) {
        red = Double(hex >> 16 & 0xff) / 255
        green = Double(hex >> 8 & 0xff) / 255
        blue = Double(hex & 0xff) / 255
    }

    var color: Color { Color(red: red, green: green, blue: blue) }
}

/// The colours of a page by their role.
struct Palette: Hashable {
    let earth: Color
    let earthSoft: Color
    let ember: Color
    let emberSoft: Color
    let emberText: Color
    let figure: Color
    let figureFar: Color
    let ink: Color
    let inkSoft: Color
    let jade: Color
    let jadeMid: Color
    let jadeSoft: Color
    let line: Color
    let onEarth: Color
    let onEarthSoft: Color
    let onEmberSoft: Color
    let onJade: Color
    let onJadeSoft: Color
    let outline: Color
    let paper: Color
    let raised: Color
    let scrim: Color
    let stage: Color
    let sunken: Color
    let track: Color

    static let light = Palette(
        earth: RGB(0x973922).color,
        earthSoft: RGB(0xf7ded4).color,
        ember: RGB(0xb8641a).color,
        emberSoft: RGB(0xf7e3c6).color,
        emberText: RGB(0x86470f).color,
        figure: RGB(0x1b362e).color,
        figureFar: RGB(0x6c8c7d).color,
        ink: RGB(0x24211c).color,
        inkSoft: RGB(0x5a5347).color,
        jade: RGB(0x1d5b4c).color,
        jadeMid: RGB(0x4a8a77).color,
        jadeSoft: RGB(0xd6e6db).color,
        line: RGB(0xd6cbb7).color,
        onEarth: RGB(0xfff8f2).color,
        onEarthSoft: RGB(0x6b2313).color,
        onEmberSoft: RGB(0x5e310a).color,
        onJade: RGB(0xfffcf5).color,
        onJadeSoft: RGB(0x103c31).color,
        outline: RGB(0x857a69).color,
        paper: RGB(0xf7f1e6).color,
        raised: RGB(0xfffcf5).color,
        scrim: RGB(0x24211c).color,
        stage: RGB(0xe9eddf).color,
        sunken: RGB(0xebe2d1).color,
        track: RGB(0xcbc2ae).color
    )

    static let dark = Palette(
        earth: RGB(0xf2a58f).color,
        earthSoft: RGB(0x57281c).color,
        ember: RGB(0xe7a95f).color,
        emberSoft: RGB(0x46321a).color,
        emberText: RGB(0xf1c288).color,
        figure: RGB(0xc6e3d6).color,
        figureFar: RGB(0x5a7d70).color,
        ink: RGB(0xf3ebdd).color,
        inkSoft: RGB(0xc2b8a7).color,
        jade: RGB(0x93d0b9).color,
        jadeMid: RGB(0x62a38e).color,
        jadeSoft: RGB(0x21443a).color,
        line: RGB(0x3d392f).color,
        onEarth: RGB(0x3a1006).color,
        onEarthSoft: RGB(0xffdace).color,
        onEmberSoft: RGB(0xfbe0bd).color,
        onJade: RGB(0x0b2a22).color,
        onJadeSoft: RGB(0xcdeddf).color,
        outline: RGB(0x948a78).color,
        paper: RGB(0x151410).color,
        raised: RGB(0x211f1a).color,
        scrim: RGB(0x000000).color,
        stage: RGB(0x1a211d).color,
        sunken: RGB(0x302d26).color,
        track: RGB(0x4a4a40).color
    )
}

/// The colours of the drawn person and what they stand on.
struct FigurePalette: Hashable {
    let isDark: Bool
    let accent: RGB
    let attention: RGB
    let far: RGB
    let jacket: RGB
    let jacketLine: RGB
    let mat: RGB
    let shadow: RGB
    let shoe: RGB
    let trousers: RGB
    let wood: RGB

    static let light = FigurePalette(
        isDark: false,
        accent: RGB(0xb8641a),
        attention: RGB(0xe0862f),
        far: RGB(0x26343f),
        jacket: RGB(0x3f7f6d),
        jacketLine: RGB(0x103c31),
        mat: RGB(0xd6cbb7),
        shadow: RGB(0x24211c),
        shoe: RGB(0x24211c),
        trousers: RGB(0x3d4448),
        wood: RGB(0xcdb08c)
    )

    static let dark = FigurePalette(
        isDark: true,
        accent: RGB(0xe7a95f),
        attention: RGB(0xf0b468),
        far: RGB(0x1a211d),
        jacket: RGB(0x6dae99),
        jacketLine: RGB(0x0b2a22),
        mat: RGB(0x3d392f),
        shadow: RGB(0x000000),
        shoe: RGB(0xc2b8a7),
        trousers: RGB(0x93968f),
        wood: RGB(0x7a6a54)
    )
}

/// Distances in points.
enum Space {
    static let l: CGFloat = 16
    static let m: CGFloat = 12
    static let margin: CGFloat = 20
    static let marginCompact: CGFloat = 16
    static let maxContentWidth: CGFloat = 560
    static let s: CGFloat = 8
    static let xl: CGFloat = 20
    static let xs: CGFloat = 4
    static let xxl: CGFloat = 24
    static let xxxl: CGFloat = 32
}

/// Corners in points.
enum Radius {
    static let badge: CGFloat = 8
    static let button: CGFloat = 18
    static let card: CGFloat = 20
    static let chip: CGFloat = 24
    static let full: CGFloat = 999
    static let hero: CGFloat = 24
    static let key: CGFloat = 14
    static let sheet: CGFloat = 28
}

/// What a thumb needs, in points.
enum Touch {
    static let gap: CGFloat = 6
    static let key: CGFloat = 58
    static let min: CGFloat = 48
    static let pause: CGFloat = 84
    static let primary: CGFloat = 60
    static let repeatGuardMs: CGFloat = 300
    static let row: CGFloat = 64
    static let stop: CGFloat = 68
    static let stopLandscape: CGFloat = 76
}

/// How long things take, in milliseconds unless named otherwise, and how they ease.
enum Motion {
    static let countInS: Double = 3
    static let crossFadeMs: Double = 200
    static let easeBreath: [Double] = [0.37, 0, 0.63, 1]
    static let easeCalm: [Double] = [0.3, 0, 0.1, 1]
    static let easeExit: [Double] = [0.4, 0, 1, 1]
    static let pressMs: Double = 120
    static let settleMs: Double = 900
    static let slowMs: Double = 500
    static let standardMs: Double = 300
}

/// The breath ring.
enum Ring {
    static let fadeFrom: Double = 0.7
    static let fadeTo: Double = 0.98
    static let gapDegrees: Double = 26
    static let guideStrokeDp: Double = 2
    static let maxScale: Double = 1
    static let minScale: Double = 0.72
    static let startDegrees: Double = -70
    static let strokeDp: Double = 14
}
