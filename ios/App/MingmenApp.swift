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

    var body: some Scene {
        WindowGroup { OpeningView(opening: opening) }
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
    @ObservationIgnored private var reminders: Task<Void, Never>?

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
            app = AppModel(mingmen: mingmen, clocks: .ofThisDevice, device: thisDevice())
            #if canImport(UserNotifications)
                let keeper = ReminderKeeper(mingmen: mingmen, notifier: SystemNotifier())
                reminders = Task { await keeper.run() }
            #endif
        } catch {
            trouble = error.localizedDescription
        }
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
    func say(_ sentence: String) {}
    func hush() {}
    func chime() {}
    func buzz() {}
    func keepScreenOn(_ on: Bool) {}
}
