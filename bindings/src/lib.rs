//! What the Kotlin and Swift apps see of the core: mirrored types and one object, no rule of its own.
