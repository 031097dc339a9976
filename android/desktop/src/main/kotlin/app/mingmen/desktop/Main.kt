package app.mingmen.desktop

import app.mingmen.desktop.offscreen.practiseInRealTime
import app.mingmen.desktop.offscreen.tellFirstDay
import java.awt.GraphicsEnvironment
import java.time.LocalDateTime
import kotlin.system.exitProcess

/** Opens the app in a window, goes through a first day off screen, or leads one practice there in real time. */
fun main(line: Array<String>) = try {
    run(Arguments.read(line.toList(), DataFolder.standard()))
} catch (problem: UsageError) {
    System.err.println("${problem.message}\n\n${Arguments.USAGE}")
    exitProcess(2)
}

private fun run(arguments: Arguments) {
    arguments.realTime?.let { routine -> exitProcess(if (practiseInRealTime(routine, ::println)) 0 else 1) }
    val folder = DataFolder(arguments.data)
    if (arguments.fresh && folder.hasDatabase()) beginAnew(folder)
    val pictures = arguments.offScreen
    when {
        pictures != null -> tellFirstDay(pictures, arguments, ::println)
        GraphicsEnvironment.isHeadless() -> {
            System.err.println("There is no display here. With --off-screen DIR the same screens are drawn into pictures.")
            exitProcess(1)
        }
        else -> openWindow(folder.database(), arguments)
    }
}

// At a terminal the person is asked; without one nobody is there to answer, and setting aside loses nothing.
private fun beginAnew(folder: DataFolder) {
    val console = System.console()
    if (console != null && console.readLine("Set your notes here aside and begin anew? [y/N] ")?.trim()?.lowercase() != "y") return
    println("Your notes were set aside in ${folder.setAside(LocalDateTime.now())}")
}
