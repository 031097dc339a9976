package app.mingmen.desktop

import app.mingmen.desktop.offscreen.Golden
import app.mingmen.desktop.offscreen.Showing
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.desktop.offscreen.compareLater
import app.mingmen.desktop.offscreen.compareOwn
import app.mingmen.desktop.offscreen.comparePlan
import app.mingmen.desktop.offscreen.firstDay
import app.mingmen.desktop.offscreen.keepsLaterDays
import app.mingmen.desktop.offscreen.keepsOwnDay
import app.mingmen.desktop.offscreen.keepsPlanDay
import app.mingmen.desktop.offscreen.laterDays
import app.mingmen.desktop.offscreen.ownDay
import app.mingmen.desktop.offscreen.planDay
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.system.exitProcess

/** Draws every page in every showing and lays it beside its golden picture: `--out DIR` for what differs, `--accept` to make it golden. */
fun main(line: Array<String>) {
    val out = Path.of(line.getOrNull(line.indexOf("--out") + 1)?.takeIf { "--out" in line } ?: "target/shots")
    val golden = Golden(goldenFolder(), out, accept = "--accept" in line)
    Showing.entries.forEach { showing ->
        val database = Files.createTempDirectory("mingmen-shots").resolve("day.sqlite")
        val telling = Telling(database, showing.screen, showing.look) { name, _, phone -> golden.compare(showing, name, phone.picture()) }
        Story(telling).use(Story::firstDay)
        if (showing.keepsOwnDay) tellOwnDay(showing, golden)
        if (showing.keepsPlanDay) tellPlanDay(showing, golden)
        if (showing.keepsLaterDays) tellLaterDays(showing, golden)
        println("${showing.folder} is drawn")
    }
    golden.problems.forEach(::println)
    if (golden.problems.isNotEmpty()) exitProcess(1)
}

private fun tellOwnDay(showing: Showing, golden: Golden) {
    val database = Files.createTempDirectory("mingmen-shots").resolve("own.sqlite")
    val telling = Telling(database, showing.screen, showing.look) { name, _, phone -> golden.compareOwn(showing, name, phone) }
    Story(telling).use(Story::ownDay)
}

private fun tellPlanDay(showing: Showing, golden: Golden) {
    val database = Files.createTempDirectory("mingmen-shots").resolve("plan.sqlite")
    val telling = Telling(database, showing.screen, showing.look) { name, _, phone -> golden.comparePlan(showing, name, phone) }
    Story(telling).use(Story::planDay)
}

private fun tellLaterDays(showing: Showing, golden: Golden) {
    val database = Files.createTempDirectory("mingmen-shots").resolve("later.sqlite")
    val telling = Telling(database, showing.screen, showing.look) { name, _, phone -> golden.compareLater(showing, name, phone) }
    Story(telling).use(Story::laterDays)
}

/** The golden pictures of the checkout that this is run in. */
fun goldenFolder(from: Path = Path.of("").toAbsolutePath()): Path {
    val root = generateSequence(from) { it.parent }.firstOrNull { it.resolve("Cargo.lock").exists() } ?: from
    return root.resolve("tests/golden/desktop")
}
