package app.mingmen.android

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
