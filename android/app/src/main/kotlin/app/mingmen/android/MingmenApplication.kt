package app.mingmen.android

import android.app.Application
import app.mingmen.android.remind.Alarm
import app.mingmen.android.remind.Leave
import app.mingmen.android.remind.Reminding
import app.mingmen.android.remind.ReminderNotices
import app.mingmen.core.MingmenClient
import app.mingmen.core.Now
import app.mingmen.core.OpenOptions
import app.mingmen.core.of
import app.mingmen.core.randomSeed
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import java.io.File
import java.time.Clock
import java.time.ZoneId
import java.util.Locale

/** What this phone gives to the core: a clock, and a file to keep everything in. */
open class MingmenApplication : Application() {
    open val clock: Clock get() = Clock.systemUTC()

    /** The database. Only the core opens it. */
    open val database: File get() = filesDir.resolve("mingmen.db")

    /** What is practised now, for whoever shows it outside the window. */
    internal val outside by lazy { PracticeOutside(this) }

    /** Where the core answers. */
    protected open val answering: CoroutineDispatcher get() = Dispatchers.IO

    /** What goes on whether or not there is a window. */
    internal val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)

    /** The core, for the window and for the alarms. */
    internal open val core = SharedCore(::openCore)

    internal val leave by lazy { Leave(this, alarm) }

    internal val reminding by lazy { Reminding(core, leave, alarm, ReminderNotices(this)) }

    private val alarm by lazy { Alarm(this) }

    internal suspend fun openCore(): MingmenClient {
        val options = OpenOptions(database.path, randomSeed(), Locale.getDefault().language, country(this))
        return MingmenClient.open(options, { Now.of(clock, ZoneId.systemDefault()) }, answering)
    }
}
