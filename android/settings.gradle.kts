// For Android Studio. Never run so far: no Gradle that knows Android could be had where this was written, and Maven
// builds and tests the same sources instead (docs/android.md). Expect to mend a version or a name.
pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}
dependencyResolutionManagement {
    repositories {
        google()
        mavenCentral()
    }
}
rootProject.name = "mingmen"
include(":app")
