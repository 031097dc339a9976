package app.mingmen.desktop

import java.nio.file.Path

/** What was asked for on the command line. */
data class Arguments(
    val data: Path,
    val fresh: Boolean = false,
    val offScreen: Path? = null,
    /** The routine that is led in real time, off screen, to see whether it keeps in step with the clock. */
    val realTime: String? = null,
    val textScale: Float = 1f,
    val dark: Boolean = false,
    /** Whether the figure goes from pose to pose, and nothing else moves. */
    val still: Boolean = false,
    /** The language that is asked for; none is the computer's own. */
    val locale: String? = null,
) {
    companion object {
        const val USAGE = """Mingmen in a window.
  --data DIR        keep the data in this folder
  --fresh           begin anew: what is there is set aside under another name, nothing is deleted
  --off-screen DIR  open no window: go through a first day of use and write pictures into this folder
  --real-time ID    open no window: lead this routine from its first to its last second by the computer's clock, stand still half-way,
                    and say how far it was from the clock
  --text PERCENT    text size, 100 to 200
  --theme light|dark
  --motion full|reduced
  --locale TAG      the language, such as en; en-XA is English made longer and marked"""

        /** Reads the command line; [home] is where the data goes unless it says otherwise. */
        fun read(line: List<String>, home: Path): Arguments {
            var read = Arguments(home)
            val words = line.iterator()
            while (words.hasNext()) read = read.with(words.next()) { option -> value(option, words) }
            return read
        }

        private fun Arguments.with(option: String, value: (String) -> String): Arguments = when (option) {
            "--data" -> copy(data = Path.of(value(option)))
            "--fresh" -> copy(fresh = true)
            "--off-screen" -> copy(offScreen = Path.of(value(option)))
            "--real-time" -> copy(realTime = value(option))
            "--text" -> copy(textScale = percent(value(option)))
            "--theme" -> copy(dark = dark(value(option)))
            "--motion" -> copy(still = still(value(option)))
            "--locale" -> copy(locale = value(option))
            else -> throw UsageError("$option is not known")
        }

        private fun value(option: String, words: Iterator<String>) = if (words.hasNext()) words.next() else throw UsageError("$option needs a value")

        private fun percent(text: String): Float =
            text.toIntOrNull()?.takeIf { it in 100..200 }?.let { it / 100f } ?: throw UsageError("--text is 100 to 200, not $text")

        private fun dark(text: String): Boolean = when (text) {
            "dark" -> true
            "light" -> false
            else -> throw UsageError("--theme is light or dark, not $text")
        }

        private fun still(text: String): Boolean = when (text) {
            "reduced" -> true
            "full" -> false
            else -> throw UsageError("--motion is full or reduced, not $text")
        }
    }
}

/** The command line asks for something that there is not. */
class UsageError(problem: String) : Exception(problem)
