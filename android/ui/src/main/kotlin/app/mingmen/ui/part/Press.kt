package app.mingmen.ui.part

import androidx.compose.foundation.IndicationNodeFactory
import androidx.compose.foundation.clickable
import androidx.compose.foundation.interaction.FocusInteraction
import androidx.compose.foundation.interaction.InteractionSource
import androidx.compose.foundation.interaction.PressInteraction
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.ContentDrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.node.DelegatableNode
import androidx.compose.ui.node.DrawModifierNode
import androidx.compose.ui.node.invalidateDraw
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import app.mingmen.ui.theme.Radius
import app.mingmen.ui.theme.Touch
import kotlinx.coroutines.launch

/** Milliseconds of a clock that only goes forward. A test hands in its own. */
val LocalMonotonicMs = staticCompositionLocalOf<() -> Long> { { System.nanoTime() / 1_000_000 } }

/**
 * Lets a touch through, and ignores the ones that follow within the guard time: a trembling hand touches twice. On a [page] that has
 * just come up it lets none through.
 */
class RepeatGuard(private val page: RepeatGuard? = null, private val nowMs: () -> Long) {
    private var openFrom = Long.MIN_VALUE
    private var shutUntil = Long.MIN_VALUE

    fun pass(action: () -> Unit) {
        val now = nowMs()
        if (now < openFrom || isShut(now)) return
        openFrom = now + Touch.repeatGuardMs
        action()
    }

    /** Ignores touches from now on for the guard time, because something new has come up under the finger. */
    fun shut() {
        shutUntil = nowMs() + Touch.repeatGuardMs
    }

    private fun isShut(now: Long): Boolean = now < shutUntil || page?.isShut(now) == true
}

/** Guards whatever leads to another page: the second of two quick touches never lands on the page that came up. */
val LocalPageGuard = staticCompositionLocalOf<RepeatGuard?> { null }

/** Makes this a button. A touch counts where it lifts; sliding off cancels it. */
@Composable
fun Modifier.press(label: String? = null, enabled: Boolean = true, role: Role = Role.Button, onPress: () -> Unit): Modifier {
    val guard = LocalPageGuard.current ?: ownGuard()
    val current = rememberUpdatedState(onPress)
    return clickable(enabled = enabled, onClickLabel = label, role = role) { guard.pass { current.value() } }
}

/** Makes this a whole-row checkbox or a switch. */
@Composable
fun Modifier.tick(on: Boolean, role: Role = Role.Checkbox, onTick: (Boolean) -> Unit): Modifier {
    val guard = ownGuard()
    val current = rememberUpdatedState(onTick)
    return toggleable(value = on, role = role) { to -> guard.pass { current.value(to) } }
}

/** Makes this one of a group of which one is chosen. */
@Composable
fun Modifier.choose(chosen: Boolean, onChoose: () -> Unit): Modifier {
    val guard = ownGuard()
    val current = rememberUpdatedState(onChoose)
    return selectable(selected = chosen, role = Role.RadioButton) { guard.pass { current.value() } }
}

@Composable
private fun ownGuard(): RepeatGuard {
    val nowMs = LocalMonotonicMs.current
    val page = LocalPageGuard.current
    return remember(nowMs, page) { RepeatGuard(page, nowMs) }
}

/** One step darker while pressed, an ink ring two away while focused from a keyboard; nothing spreads beyond the shape. */
internal data class ToneIndication(private val ink: Color) : IndicationNodeFactory {
    override fun create(interactionSource: InteractionSource): DelegatableNode = ToneNode(interactionSource, ink)
}

private class ToneNode(private val source: InteractionSource, private val ink: Color) : Modifier.Node(), DrawModifierNode {
    private var pressed = false
    private var focused = false

    override fun onAttach() {
        coroutineScope.launch {
            source.interactions.collect { interaction ->
                when (interaction) {
                    is PressInteraction.Press -> {
                        pressed = true
                        // A touch focuses too; the ring is for whoever goes by keyboard or switch.
                        focused = false
                    }
                    is PressInteraction.Release, is PressInteraction.Cancel -> pressed = false
                    is FocusInteraction.Focus -> focused = !pressed
                    is FocusInteraction.Unfocus -> focused = false
                }
                invalidateDraw()
            }
        }
    }

    override fun ContentDrawScope.draw() {
        drawContent()
        if (pressed) drawRect(ink, alpha = PRESSED)
        if (focused) focusRing()
    }

    private fun ContentDrawScope.focusRing() {
        val away = FOCUS_GAP.toPx() + FOCUS_WIDTH.toPx() / 2
        drawRoundRect(
            color = ink,
            topLeft = Offset(-away, -away),
            size = Size(size.width + 2 * away, size.height + 2 * away),
            cornerRadius = CornerRadius(Radius.button.dp.toPx() + away),
            style = Stroke(FOCUS_WIDTH.toPx()),
        )
    }

    private companion object {
        const val PRESSED = 0.1f
        val FOCUS_GAP = 2.dp
        val FOCUS_WIDTH = 3.dp
    }
}
