import Foundation
import MingmenCore
import MingmenKit
import MingmenUI
import Observation
import SwiftUI

/// The app: opens the core on a file of its own, and shows the page where the person is.
#if os(iOS)
    @main
#endif
struct MingmenApp: App {
    private let opening = Opening()
    /// The name of the background refresh, as Info.plist permits it.
    static let refresh = "app.mingmen.reminders"

    var body: some Scene {
        WindowGroup {
            OpeningView(opening: opening).onOpenURL { file in Task { await opening.take(file) } }
        }
        #if os(iOS)
            .backgroundTask(.appRefresh(Self.refresh)) { await opening.background() }
        #endif
    }
}

/// Nothing can be shown before the core is open; where it does not open, its own words say why.
private struct OpeningView: View {
    let opening: Opening

    var body: some View {
        if let app = opening.app {
            RootView(app: app)
        } else {
            Text(verbatim: opening.trouble ?? "").task { await opening.open() }
        }
    }
}

/// Opens the core once, and keeps what lives as long as the app.
@MainActor
@Observable
final class Opening {
    private(set) var app: AppModel?
    private(set) var trouble: String?
    #if canImport(UserNotifications)
        @ObservationIgnored private var reminders: RingingPhone?
    #endif
    /// Files that another app handed over before the core was open.
    @ObservationIgnored private var early: [URL] = []

    func open() async {
        do {
            let folder = try FileManager.default.url(
                for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
            let options = OpenOptions(
                path: folder.appendingPathComponent("mingmen.db").path,
                seed: OpenOptions.randomSeed(),
                locale: Locale.autoupdatingCurrent.language.languageCode?.identifier ?? "en",
                country: Locale.autoupdatingCurrent.region?.identifier ?? "ZZ")
            let mingmen = try await MingmenClient.open(options, now: { Now.ofThisDevice() })
            app = makeApp(over: mingmen)
            takeEarly()
        } catch {
            trouble = error.localizedDescription
        }
    }

    private func makeApp(over mingmen: MingmenClient) -> AppModel {
        #if canImport(UserNotifications)
            let keeper = ReminderKeeper(mingmen: mingmen, centre: SystemCentre())
            let ringing = Ringing(keeper: keeper, pages: SettingsPages())
            let app = AppModel(mingmen: mingmen, clocks: .ofThisDevice, device: thisDevice(), ringing: ringing)
            reminders = RingingPhone(keeper: keeper, app: app)
            return app
        #else
            AppModel(mingmen: mingmen, clocks: .ofThisDevice, device: thisDevice())
        #endif
    }

    /// The system gives the app a moment in the background: reminders are topped up.
    func background() async {
        if app == nil { await open() }
        #if canImport(UserNotifications)
            await reminders?.background()
        #endif
    }

    /// A routine's file, handed over by another app.
    func take(_ file: URL) async {
        guard let app else {
            early.append(file)
            return
        }
        await app.takeIn(fileAt: file)
        clearAway(file)
    }

    /// In a task of its own: the one that opens the core ends with the page it belongs to.
    private func takeEarly() {
        let files = early
        early = []
        Task { for file in files { await take(file) } }
    }

    /// The system hands over a copy in "Documents/Inbox", and leaves it to the app to clear that away.
    private func clearAway(_ file: URL) {
        let documents = FileManager.default.urls(for: .documentDirectory, in: .userDomainMask)
        let inboxes = documents.map { $0.appending(path: "Inbox").resolvingSymlinksInPath().path }
        let folder = file.deletingLastPathComponent().resolvingSymlinksInPath().path
        if inboxes.contains(folder) { try? FileManager.default.removeItem(at: file) }
    }

    private func thisDevice() -> any Device {
        #if canImport(UIKit)
            Phone()
        #else
            SilentDevice()
        #endif
    }
}

/// Where there is no phone: a device that does nothing, so that the rest of the shell can be checked.
final class SilentDevice: Device {
    let canSpeak = false
    let hasScreenReader = false
    var whenInterrupted: (@MainActor () async -> Void)?
    func say(_ sentence: String) {}
    func hush() {}
    func chime(_ chime: Chime) {}
    func touch(_ touch: Touch) {}
    func duck(_ on: Bool) {}
    func keepScreenOn(_ on: Bool) {}
    func announce(_ sentence: String) {}
}
