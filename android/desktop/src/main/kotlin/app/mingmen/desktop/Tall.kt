package app.mingmen.desktop

import app.mingmen.desktop.offscreen.Screen
import app.mingmen.desktop.offscreen.Showing
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.desktop.offscreen.firstDay
import app.mingmen.desktop.offscreen.ownDay
import app.mingmen.ui.theme.Look
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.writeBytes

fun main(line: Array<String>) {
    val out = Path.of(line[0]); Files.createDirectories(out)
    val screen = Screen(line[1].toInt(), line[2].toInt(), line[3].toFloat(), 1f)
    val database = Files.createTempDirectory("mingmen-shots").resolve("day.sqlite")
    val telling = Telling(database, screen, Look(line[4] == "dark")) { name, _, phone -> println(name); if (line.size < 6 || Regex(line[5]).containsMatchIn(name)) out.resolve("$name.png").writeBytes(phone.picture()) }
    Story(telling).use(if (line.getOrNull(6) == "own") Story::ownDay else Story::firstDay)
}
