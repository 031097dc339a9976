package app.mingmen.ui

import app.mingmen.core.BendGroup
import app.mingmen.core.BendOption
import app.mingmen.core.Change
import app.mingmen.core.OwnRoutineDraft
import app.mingmen.core.OwnSegment
import app.mingmen.core.TimePolicy
import app.mingmen.core.TodayState
import app.mingmen.ui.part.Tab
import app.mingmen.ui.state.Place
import java.time.Duration
import java.time.LocalDate
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue

class PlanFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state

    @AfterTest fun close() = pocket.close()

    private fun follow(plan: String? = null) {
        pocket.ask { enrol(enrolForm(plan).preset) }
        state.open(Tab.PLAN)
    }

    private fun adjust() {
        state.open(Tab.PLAN)
        state.plan.adjust(pocket.at<Place.AtPlan>().plans.first().overview)
    }

    private fun bend(isIt: (BendOption) -> Boolean) {
        adjust()
        val at = pocket.at<Place.AtAdjust>()
        state.plan.bend(at.plan.enrolment, at.options.first(isIt))
    }

    private fun changes() = pocket.ask { enrolments() }.single().changes.map { it.change }

    @Test fun `a change is made at once, and the plan shows it`() {
        follow()
        bend { it.group == BendGroup.LENGTH }
        assertEquals(pocket.ask { planOverviews() }, pocket.at<Place.AtPlan>().plans.map { it.overview })
        assertIs<Change.Length>(changes().single())
    }

    @Test fun `what has something to weigh first, and leaving, are made once they are asked about`() {
        follow()
        bend { it.warning != null }
        val asked = pocket.at<Place.AtBending>()
        assertEquals(emptyList(), changes())
        state.back()
        assertIs<Place.AtAdjust>(state.place)
        state.plan.make(asked.enrolment, asked.option)
        assertIs<Change.GoTo>(changes().single())
        bend { it.change is Change.Leave }
        assertIs<Place.AtBending>(state.place)
        assertEquals(1, changes().size)
    }

    @Test fun `the times follow another clock at a press, the plan says which, and what is changed later keeps it`() {
        follow()
        bend { it.group == BendGroup.CLOCK }
        assertEquals("Mon, Wed, Fri at 08:00, London time", pocket.at<Place.AtPlan>().plans.single().overview.nowTimes)
        adjust()
        state.plan.change(pocket.at())
        val at = pocket.at<Place.Enrol>()
        state.plan.enrol(at.copy(draft = at.draft.copy(slots = at.draft.slots.drop(1))))
        assertEquals(listOf(LONDON, LONDON), changes().map { (it as Change.Slots).timePolicy })
        bend { it.group == BendGroup.CLOCK }
        assertEquals("Wed, Fri at 08:00", pocket.at<Place.AtPlan>().plans.single().overview.nowTimes)
    }

    @Test fun `a plan can be begun on the clock of a place`() {
        pocket.ask { answerAboutYou(emptyList()) }
        state.plan.begin("morning-maintenance")
        val at = pocket.at<Place.Enrol>()
        assertEquals(listOf(TimePolicy.Floating, LONDON), at.form.clocks.map { it.timePolicy })
        state.plan.edit(at, at.draft.copy(timePolicy = LONDON))
        state.plan.enrol(pocket.at())
        assertEquals(LONDON, pocket.ask { enrolments() }.single().start.timePolicy)
    }

    @Test fun `the week can be held from the plan page, and only once`() {
        follow()
        val plan = pocket.at<Place.AtPlan>().plans.single()
        val hold = plan.atHand!!
        assertEquals("Stay in week 1", hold.title)
        state.plan.bend(plan.overview.enrolment, hold)
        assertIs<Change.Hold>(changes().single())
        assertNull(pocket.at<Place.AtPlan>().plans.single().atHand)
    }

    @Test fun `a pause may begin later, keeps its length when it is moved, and never begins before today`() {
        follow()
        adjust()
        val at = pocket.at<Place.AtAdjust>()
        state.plan.choosePause(at.plan, at.options.first { it.change is Change.Pause })
        assertEquals("Monday 11 May", pocket.at<Place.AtPause>().run { days[from] })
        state.plan.shift(pocket.at(), 28)
        assertEquals(LocalDate.of(2026, 6, 8) to LocalDate.of(2026, 6, 14), pocket.at<Place.AtPause>().run { from to through })
        assertEquals("Monday 8 June" to "Sunday 14 June", pocket.at<Place.AtPause>().run { days[from] to days[through] })
        state.plan.stretch(pocket.at(), 7)
        state.plan.pause(pocket.at())
        assertEquals(emptyList(), pocket.ask { sessions(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 21)) })
        assertIs<TodayState.Due>(pocket.ask { today() }.state)
        adjust()
        state.plan.choosePause(at.plan, at.options.first { it.change is Change.Pause })
        state.plan.shift(pocket.at(), -7)
        state.plan.stretch(pocket.at(), -7)
        assertEquals(LocalDate.of(2026, 5, 11) to LocalDate.of(2026, 5, 11), pocket.at<Place.AtPause>().run { from to through })
    }

    @Test fun `a pause that is still to come can be taken back, and does not end the present one`() {
        follow()
        adjust()
        val at = pocket.at<Place.AtAdjust>()
        state.plan.choosePause(at.plan, at.options.first { it.change is Change.Pause })
        state.plan.shift(pocket.at(), 28)
        state.plan.pause(pocket.at())
        assertIs<Change.Hold>(pocket.at<Place.AtPlan>().plans.single().atHand?.change)
        assertEquals(listOf("Paused from 8 to 14 June."), pocket.at<Place.AtPlan>().plans.single().overview.pausesAhead)
        bend { it.change is Change.Resume }
        assertEquals(emptyList(), pocket.at<Place.AtPlan>().plans.single().overview.pausesAhead)
        assertEquals(3, pocket.ask { sessions(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 14)) }.size)
    }

    @Test fun `a pause ends from Today or from the plan page`() {
        follow()
        bend { it.change is Change.Pause }
        assertIs<Change.Resume>(pocket.at<Place.AtPlan>().plans.single().atHand?.change)
        state.open(Tab.TODAY)
        assertIs<TodayState.Paused>(pocket.at<Place.AtToday>().today.state)
        state.plan.goOnToday()
        assertIs<TodayState.Due>(pocket.at<Place.AtToday>().today.state)
    }

    @Test fun `days and times are reached from the page of changes, and saved they lead back to the plan`() {
        follow()
        adjust()
        state.plan.change(pocket.at())
        val at = pocket.at<Place.Enrol>()
        state.plan.edit(at, at.draft.copy(slots = at.draft.slots.drop(1)))
        state.back()
        assertIs<Place.AtAdjust>(state.place)
        state.plan.enrol(at.copy(draft = at.draft.copy(slots = at.draft.slots.drop(1))))
        assertIs<Place.AtPlan>(state.place)
        assertIs<Change.Slots>(changes().single())
    }

    @Test fun `plans run side by side, each with its own ways to bend it`() {
        follow()
        follow("morning-maintenance")
        val plans = pocket.at<Place.AtPlan>().plans
        assertEquals(listOf("Your 12 weeks", "Ten minutes each morning"), plans.map { it.overview.title })
        assertTrue(plans.last().bends.none { it.group == BendGroup.WEEK })
    }

    @Test fun `the first plan, whichever it is, comes after what fits the person`() {
        state.plan.choices()
        state.plan.begin("sciatica")
        state.screening.next(pocket.at<Place.AboutYou>())
        assertEquals("Three moves for sciatica", pocket.at<Place.Enrol>().title)
        state.plan.enrol(pocket.at())
        assertEquals("sciatica", pocket.ask { enrolments() }.single().start.plan)
    }

    @Test fun `a routine of one's own that was made on the way is chosen when one comes back`() {
        follow()
        state.plan.choices()
        state.plan.begin("own-routine")
        assertEquals(emptyList(), pocket.at<Place.Enrol>().own)
        state.own.make()
        pocket.ask { saveOwnRoutine(OwnRoutineDraft("Mine", listOf(OwnSegment("pelvic-tilt", 4u))), null) }
        state.back()
        assertEquals(pocket.at<Place.Enrol>().own?.single()?.link?.id, pocket.at<Place.Enrol>().draft.routine)
        pocket.ask { saveOwnRoutine(OwnRoutineDraft("Longer", listOf(OwnSegment("pelvic-tilt", 20u))), null) }
        state.own.make()
        state.back()
        assertEquals("4 minutes", pocket.at<Place.Enrol>().form.lengths.first().detail, "what was chosen stays")
        state.plan.choose(pocket.at(), pocket.at<Place.Enrol>().own!!.first { it.link.title == "Longer" }.link.id)
        assertEquals("20 minutes", pocket.at<Place.Enrol>().form.lengths.first().detail)
        state.plan.enrol(pocket.at())
        assertEquals("own-routine", pocket.ask { enrolments() }.last().start.plan)
    }

    @Test fun `a plan that is over leaves nothing to change, and Today says what to go on with`() {
        follow()
        pocket.now = pocket.now.plus(Duration.ofDays(100))
        state.open(Tab.PLAN)
        assertEquals(emptyList(), pocket.at<Place.AtPlan>().plans.single().bends)
        val next = assertIs<TodayState.PlanOver>(pocket.ask { today() }.state).next
        state.plan.begin(next.first().plan)
        assertEquals(next.first().title, pocket.at<Place.Enrol>().title)
    }

    private companion object {
        val LONDON = TimePolicy.Pinned("Europe/London")
    }
}
