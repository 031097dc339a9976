package app.mingmen.desktop

import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import app.mingmen.core.MingmenClient
import app.mingmen.core.MingmenException
import app.mingmen.core.Now
import app.mingmen.core.OpenOptions
import app.mingmen.core.key
import app.mingmen.core.of
import app.mingmen.core.randomSeed
import app.mingmen.ui.MingmenApp
import app.mingmen.ui.onKey
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.theme.Look
import app.mingmen.ui.words.Label
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import java.nio.file.Path
import java.time.Clock
import java.time.ZoneId
import java.util.Locale
import kotlin.system.exitProcess

/** How an app on this computer opens its store. */
fun options(database: Path, locale: String = Locale.getDefault().language): OpenOptions =
    OpenOptions(database.toString(), randomSeed(), locale, Locale.getDefault().country.ifEmpty { "ZZ" })

/** The phone's own bars would take this much; without them the page keeps a little air. */
val WINDOW_INSETS = PaddingValues(top = 12.dp)

/** Opens a window the size of a phone. Closing it, or Ctrl-C, shuts the core down; nothing is lost either way. */
fun openWindow(database: Path, arguments: Arguments) {
    val locale = arguments.locale ?: Locale.getDefault().language
    val labels = labelsFor(locale)
    val core = try {
        runBlocking { MingmenClient.open(options(database, locale), { Now.of(Clock.systemUTC(), ZoneId.systemDefault()) }) }
    } catch (problem: MingmenException) {
        System.err.println(labels[Label.valueOf("ERROR_${problem.key.name}")])
        exitProcess(1)
    }
    val device = ComputerDevice()
    Runtime.getRuntime().addShutdownHook(
        Thread {
            device.close()
            core.close()
        },
    )
    val scope = CoroutineScope(SupervisorJob() + Dispatchers.Main)
    val state = MingmenAppState(core, scope, device, { System.nanoTime() / NANOS_PER_MS }, ticking = Dispatchers.Default)
    state.start()
    val fonts = bundledFonts(arguments.textScale)
    val look = Look(arguments.dark, arguments.still, WINDOW_INSETS)
    application {
        Window(
            onCloseRequest = ::exitApplication,
            state = rememberWindowState(width = 390.dp, height = 844.dp),
            title = labels[Label.APP_NAME],
            onPreviewKeyEvent = state::onKey,
        ) {
            WithTextScale(arguments.textScale) { MingmenApp(state, labels, fonts, look) }
        }
    }
    scope.cancel()
    device.close()
    core.close()
}

@Composable
private fun WithTextScale(scale: Float, content: @Composable () -> Unit) {
    val density = LocalDensity.current.density
    val scaled = remember(density, scale) { Density(density, scale) }
    CompositionLocalProvider(LocalDensity provides scaled, content = content)
}

private const val NANOS_PER_MS = 1_000_000L
