package app.mingmen.android

import android.app.Application
import java.io.File
import java.time.Clock

/** What this phone gives to the core: a clock, and a file to keep everything in. */
open class MingmenApplication : Application() {
    open val clock: Clock get() = Clock.systemUTC()

    /** The database. Only the core opens it. */
    open val database: File get() = filesDir.resolve("mingmen.db")

    /** What is practised now, for whoever shows it outside the window. */
    internal val outside by lazy { PracticeOutside(this) }
}
