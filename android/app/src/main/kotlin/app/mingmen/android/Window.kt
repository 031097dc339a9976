package app.mingmen.android

import android.Manifest
import android.content.ActivityNotFoundException
import android.content.ContentResolver
import android.os.Build
import android.provider.Settings
import androidx.activity.compose.BackHandler
import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts
import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.asPaddingValues
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalView
import androidx.compose.ui.unit.dp
import app.mingmen.core.ErrorKey
import app.mingmen.ui.MingmenApp
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Page
import app.mingmen.ui.theme.Fonts
import app.mingmen.ui.theme.Look
import app.mingmen.ui.theme.MingmenTheme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.provide
import app.mingmen.ui.words.words

/** Noto Serif and Roboto: what Android means by these two names. */
private val platformFonts = Fonts()

/** What the window shows: the app once its store is open, or why it would not open. */
@Composable
internal fun Window(model: AppModel, labels: Labels) {
    val look = Look(isSystemInDarkTheme(), motionIsReduced(), WindowInsets.safeDrawing.asPaddingValues())
    when (val opening = model.opening) {
        // A moment only; the window's own background is the same paper.
        Opening.Running -> Unit
        is Opening.Failed -> CannotOpen(opening.error, labels, look)
        is Opening.Done -> {
            val state = opening.state
            MingmenApp(state, labels, platformFonts, look)
            BackHandler(enabled = state.canGoBack) { state.back() }
            KeepScreenOn(model.device.screenStaysOn)
            ChooseFile(model)
            AskForLeave(model)
        }
    }
}

@Composable
private fun CannotOpen(error: ErrorKey, labels: Labels, look: Look) = MingmenTheme(look, platformFonts) {
    CompositionLocalProvider(provide(labels)) {
        Page(Modifier.padding(top = 24.dp)) {
            Headline(words[Label.APP_NAME])
            Gap(20)
            Notice(words[Label.valueOf("ERROR_${error.name}")], glyph = Glyphs.attention)
        }
    }
}

@Composable
private fun KeepScreenOn(on: Boolean) {
    val view = LocalView.current
    DisposableEffect(view, on) {
        view.keepScreenOn = on
        onDispose { view.keepScreenOn = false }
    }
}

// The phone's own page to choose a file. A turn of the phone meanwhile does not open it a second time.
@Composable
private fun ChooseFile(model: AppModel) {
    val chooser = rememberLauncherForActivityResult(ActivityResultContracts.OpenDocument(), model::fileChosen)
    val device = model.device
    LaunchedEffect(device.wantsFile) {
        if (!device.wantsFile) return@LaunchedEffect
        device.isChoosing()
        try {
            // Few apps know the kind of a file that came by mail.
            chooser.launch(arrayOf("*/*"))
        } catch (_: ActivityNotFoundException) {
            device.give(null)
        }
    }
}

// The phone's own question. It asks twice at most; after that its settings are the way.
@Composable
private fun AskForLeave(model: AppModel) {
    val question = rememberLauncherForActivityResult(ActivityResultContracts.RequestPermission()) { model.leaveWasAsked() }
    val device = model.device
    LaunchedEffect(device.wantsLeave) {
        if (!device.wantsLeave) return@LaunchedEffect
        device.isAsking()
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) question.launch(Manifest.permission.POST_NOTIFICATIONS) else model.leaveWasAsked()
    }
}

@Composable
private fun motionIsReduced(): Boolean {
    val resolver = LocalContext.current.contentResolver
    return remember(resolver) { motionIsReduced(resolver) }
}

/** Whether the person has taken animations away in the phone's accessibility settings. */
internal fun motionIsReduced(resolver: ContentResolver): Boolean =
    Settings.Global.getFloat(resolver, Settings.Global.ANIMATOR_DURATION_SCALE, 1f) == 0f
