import MingmenCore
import Observation

extension AppModel {
    /// Opens the page on which the drawn person is chosen.
    public func chooseFigure() async {
        await attempt { self.enter(.figure(FigureModel(app: self, form: try await self.mingmen.figureForm()))) }
    }
}

/// Who shows the movements. Each choice is kept at once, and can be taken back by another.
@MainActor
@Observable
public final class FigureModel {
    /// It shows the face from both sides, the hands, and how far a movement goes.
    public static let shownMotion = "torso-twists"
    public static let shownPosture = Posture.standing

    public private(set) var form: FigureForm
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, form: FigureForm) {
        self.app = app
        self.form = form
    }

    public func choose(_ option: FigureOption) async {
        await app.attempt {
            self.form = try await self.app.mingmen.chooseFigure(choices: option.choices)
            await self.app.figures.drawAnew(Self.shownMotion, Self.shownPosture)
        }
    }
}
