package app.mingmen.core

import java.security.SecureRandom
import java.time.Clock
import java.time.ZoneId

/**
 * The present moment by [clock], in [zone].
 *
 * Leave [zone] out to take the clock's own. An app passes `ZoneId.systemDefault()` each time, because the person may
 * have travelled since the clock was made.
 */
fun Now.Companion.of(clock: Clock, zone: ZoneId = clock.zone): Now = Now(clock.instant(), zone.id)

/** 32 random bytes for [OpenOptions.seed]; take new ones each time the app opens its store. */
fun randomSeed(): ByteArray = ByteArray(32).also(SecureRandom()::nextBytes)
