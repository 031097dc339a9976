package app.mingmen.core.journey

import app.mingmen.core.Change
import app.mingmen.core.Chime
import app.mingmen.core.Choices
import app.mingmen.core.CueAction
import app.mingmen.core.Effect
import app.mingmen.core.FigureKind
import app.mingmen.core.FigurePaint
import app.mingmen.core.FigureShape
import app.mingmen.core.MingmenException
import app.mingmen.core.Now
import app.mingmen.core.Pacer
import app.mingmen.core.PlayerEvent
import app.mingmen.core.PlayerPhase
import app.mingmen.core.PracticeChange
import app.mingmen.core.SayKind
import app.mingmen.core.Subject
import app.mingmen.core.Touch
import app.mingmen.core.VoiceDetail
import app.mingmen.core.Weekday
import app.mingmen.core.WeeklySlot
import app.mingmen.core.tenMinutes
import app.mingmen.core.usualGuidance
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import kotlin.reflect.typeOf
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlinx.serialization.json.Json

class ValuesTest {
    private fun written(value: Any?) = canonical(encode(value))

    private inline fun <reified T> read(json: String): T = decode(Json.parseToJsonElement(json), typeOf<T>(), "it") as T

    @Test
    fun `records and variants are written as journeys write them`() {
        val expected = mapOf<Any?, String>(
            null to "null",
            Now(Instant.parse("2026-03-02T08:00:00.250Z"), "Europe/London") to
                """{"instant":"2026-03-02T08:00:00.250Z","zone":"Europe/London"}""",
            WeeklySlot(Weekday.MONDAY, LocalTime.of(8, 0)) to """{"time":"08:00:00","weekday":"monday"}""",
            listOf(Subject.CHECK_INS, Subject.PLAN) to """["check_ins","plan"]""",
            Change.Hold to "\"hold\"",
            Change.Pause(LocalDate.of(2026, 3, 15)) to """{"pause":{"through":"2026-03-15"}}""",
            Effect.CountIn(255u) to """{"count_in":{"seconds":255}}""",
            CueAction.Say("“Gently,” \"in\"\n", SayKind.LAST_MINUTE) to
                """{"say":{"kind":"last_minute","text":"“Gently,” \"in\"\n"}}""",
            CueAction.Chime(Chime.HALF_WAY) to """{"chime":{"chime":"half_way"}}""",
            CueAction.Touch(Touch.IN) to """{"touch":{"touch":"in"}}""",
            PlayerPhase.Stopped(null) to """{"stopped":{"sign":null}}""",
            MingmenException.PracticeShut() to "\"practice_shut\"",
            MingmenException.NotFound("movement", "x") to """{"not_found":{"id":"x","kind":"movement"}}""",
            "123456789".toByteArray() to "\"crc32:cbf43926/9\"",
        )
        for ((value, json) in expected) assertEquals(json, written(value))
    }

    @Test
    fun `a float is written in the fewest digits of the double that it is`() {
        val shape = FigureShape(FigurePaint.SKIN, FigureKind.HULL, 0u, 2u, listOf(0f, 310.5f, 0.1f), 2e-3f, 1000u, 0u)
        val expected = """{"far_permille":0,"first_point":0,"kind":"hull","opacity_permille":1000,"paint":"skin",""" +
            """"point_count":2,"radii":[0.0,310.5,0.10000000149011612],"width":0.0020000000949949026}"""
        assertEquals(expected, written(shape))
    }

    @Test
    fun `what is written is read again as it was`() {
        assertEquals(PlayerEvent.Tick, read<PlayerEvent>("\"tick\""))
        val stop = PlayerEvent.StopForSign("stop-sharp-pain")
        assertEquals(stop, read<PlayerEvent>("""{"stop_for_sign":{"sign":"stop-sharp-pain"}}"""))
        assertEquals(PlayerPhase.Stopped(null), read<PlayerPhase>("""{"stopped":{}}"""))
        assertEquals(listOf(Weekday.SUNDAY), read("""["sunday"]"""))
        assertEquals(60u, read("60"))
        assertEquals(null, read<String?>("null"))
    }

    @Test
    fun `what a journey leaves out of how somebody is led is as usual, and nothing is not left out`() {
        val choices = """{"minutes":10,"posture":"seated","leave_out":[]"""
        assertEquals(tenMinutes, read<Choices>("$choices}"))
        assertEquals(tenMinutes, read<Choices>("""$choices,"guidance":{}}"""))
        val own = """$choices,"guidance":{"breath_ms":null,"voice":"quiet","pacer":{"pace_tenths":55,"in_percent":40}}}"""
        val guidance = usualGuidance.copy(breathMs = null, voice = VoiceDetail.QUIET, pacer = Pacer(55u, 40u))
        assertEquals(tenMinutes.copy(guidance = guidance), read<Choices>(own))
        assertEquals(
            PracticeChange.Guidance(usualGuidance.copy(voice = VoiceDetail.KEY)),
            read<PracticeChange>("""{"guidance":{"guidance":{"voice":"key"}}}"""),
        )
        assertFailsWith<MalformedJourney> { read<PracticeChange>("""{"guidance":{}}""") }
    }

    @Test
    fun `an impossible number becomes what the core refuses, whatever the number`() {
        assertEquals(LocalDate.MIN, read("-9000000000000000000"))
        assertEquals(LocalDate.ofEpochDay(2_000_000_000), read("2000000000"))
        assertEquals(LocalTime.MAX, read("86400"))
        assertEquals(LocalTime.of(23, 59, 59), read("86399"))
        assertEquals(Instant.ofEpochMilli(-1), read("-1"))
    }

    @Test
    fun `what is not a value of its type is malformed and says where`() {
        val wrong = listOf<() -> Any>(
            { read<Weekday>("\"someday\"") },
            { read<UByte>("256") },
            { read<LocalDate>("\"2026-02-30\"") },
            { read<WeeklySlot>("""{"weekday":"monday"}""") },
            { read<WeeklySlot>("""{"weekday":"monday","time":"08:00:00","note":""}""") },
            { read<Change>("""{"pause":{"through":"2026-03-15"},"hold":{}}""") },
            { read<List<Weekday>>("\"monday\"") },
            { read<String>("7") },
        )
        for (reading in wrong) assertEquals("it", assertFailsWith<MalformedJourney> { reading() }.message!!.take(2))
    }
}
