import MingmenCore
import MingmenKit
import SwiftUI

/// How one is led: kept at once, for every practice from now on.
struct GuidanceView: View {
    @Environment(\.palette) private var palette
    let form: GuidanceForm
    let lead: @MainActor (Guidance) async -> Void
    let back: @MainActor () async -> Void

    var body: some View {
        let chosen = form.chosen
        Page {
            BackHeading(over: "", title: words(.led), back: back)
            GuidanceKeys(form: form, lead: lead)
            CheckRow(text: words(.breathChimes), isOn: chosen.breathChimes) {
                await lead(chosen.with(breathChimes: !chosen.breathChimes))
            }
            CheckRow(text: words(.touches), isOn: chosen.touches) {
                await lead(chosen.with(touches: !chosen.touches))
            }
            CheckRow(text: words(.otherSide), isOn: chosen.otherSideFirst) {
                await lead(chosen.with(otherSideFirst: !chosen.otherSideFirst))
            }
            Text(verbatim: words(.around)).role(.heading, palette.ink).isHeading()
            around(form.warmUp, isOn: chosen.warmUp) { chosen.with(warmUp: $0) }
            around(form.gratitude, isOn: chosen.gratitude) { chosen.with(gratitude: $0) }
            around(form.intention, isOn: chosen.intention) { chosen.with(intention: $0) }
        }
    }

    private func around(_ choice: AroundChoice, isOn: Bool, with: @escaping (Bool) -> Guidance) -> some View {
        CheckRow(text: choice.title, detail: choice.detail, isOn: isOn) { await lead(with(!isOn)) }
    }
}

/// How much is said, the breath of the movements, and the breath to follow where no movement sets one: before a practice
/// and in the middle of it.
struct GuidanceKeys: View {
    @Environment(\.palette) private var palette
    let form: GuidanceForm
    let lead: @MainActor (Guidance) async -> Void

    var body: some View {
        let chosen = form.chosen
        heading(.ledVoice)
        ForEach(form.voices, id: \.voice) { voice in
            RadioRow(title: voice.text, detail: voice.detail, isOn: chosen.voice == voice.voice) {
                Task { await lead(chosen.with(voice: voice.voice)) }
            }
        }
        heading(.ledBreath)
        KeyGrid(columns: 2) {
            ForEach(form.breaths, id: \.breathMs) { breath in
                ToggleKey(title: breath.text, isOn: chosen.breathMs == breath.breathMs) {
                    Task { await lead(chosen.breathing(breath.breathMs)) }
                }
            }
        }
        heading(.ledPacer)
        CheckRow(text: words(.pacer), detail: words(.pacerMore), isOn: chosen.pacer != nil) {
            await lead(chosen.paced(chosen.pacer == nil ? form.usualPacer : nil))
        }
        if let pacer = chosen.pacer { keys(of: pacer) }
    }

    @ViewBuilder
    private func keys(of pacer: Pacer) -> some View {
        KeyGrid(columns: 2) {
            ForEach(form.paces, id: \.paceTenths) { pace in
                ToggleKey(title: pace.text, isOn: pacer.paceTenths == pace.paceTenths) {
                    follow(Pacer(paceTenths: pace.paceTenths, inPercent: pacer.inPercent))
                }
            }
        }
        KeyGrid(columns: 1) {
            ForEach(form.inParts, id: \.inPercent) { part in
                ToggleKey(title: part.text, isOn: pacer.inPercent == part.inPercent) {
                    follow(Pacer(paceTenths: pacer.paceTenths, inPercent: part.inPercent))
                }
            }
        }
    }

    private func follow(_ pacer: Pacer) {
        Task { await lead(form.chosen.paced(pacer)) }
    }

    private func heading(_ word: Word) -> some View {
        Text(verbatim: words(word)).role(.heading, palette.ink).isHeading()
    }
}
