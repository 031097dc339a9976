package app.mingmen.android

import android.content.Intent
import android.os.Bundle
import android.view.KeyEvent
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.viewModels
import androidx.lifecycle.viewmodel.initializer
import androidx.lifecycle.viewmodel.viewModelFactory

/** The one window of the app. What it shows outlives it in [AppModel], so that turning the phone interrupts nothing. */
class MainActivity : ComponentActivity() {
    private val model: AppModel by viewModels {
        viewModelFactory { initializer { AppModel(application as MingmenApplication) } }
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        enableEdgeToEdge()
        val labels = ResourceLabels(resources, packageName)
        setContent { Window(model, labels) }
        // Built anew after a turn, the window has the same intent, which was answered.
        if (savedInstanceState == null) model.cameBy(intent)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        model.cameBy(intent)
    }

    override fun dispatchKeyEvent(event: KeyEvent): Boolean = model.onKey(event) || super.dispatchKeyEvent(event)

    override fun onStart() {
        super.onStart()
        model.came()
    }

    override fun onStop() {
        if (!isChangingConfigurations) model.left()
        super.onStop()
    }
}
