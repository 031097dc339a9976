import Foundation

extension Now {
    /// The present moment by the device's clock and zone. Ask for it anew at each call: the person may have travelled.
    public static func ofThisDevice() -> Now {
        Now(instant: Date(), zone: TimeZone.autoupdatingCurrent.identifier)
    }
}

extension OpenOptions {
    /// 32 random bytes for `seed`; take new ones each time the app opens its database.
    public static func randomSeed() -> Data {
        var random = SystemRandomNumberGenerator()
        return Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }
}
