package app.mingmen.android

import app.mingmen.core.MingmenClient
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/**
 * The one core of this process. The window needs it, and so does an alarm that goes off while there is none: it opens with the
 * first that needs it and closes with the last, so that the store is never open twice.
 */
internal class SharedCore(private val open: suspend () -> MingmenClient) {
    private val door = Mutex()
    private var core: MingmenClient? = null
    private var users = 0

    /** Whoever takes the core gives it back with [giveBack]. */
    suspend fun take(): MingmenClient = door.withLock {
        val taken = core ?: open().also { core = it }
        users += 1
        taken
    }

    fun giveBack() = runBlocking {
        door.withLock {
            users -= 1
            if (users == 0) {
                core?.close()
                core = null
            }
        }
    }

    suspend fun <T> use(block: suspend (MingmenClient) -> T): T {
        val taken = take()
        try {
            return block(taken)
        } finally {
            giveBack()
        }
    }
}
