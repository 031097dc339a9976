// Untested: see settings.gradle.kts. One module over the sources that Maven builds as three.
plugins {
    id("com.android.application") version "8.13.0"
    id("org.jetbrains.kotlin.android") version "2.4.21"
    id("org.jetbrains.kotlin.plugin.compose") version "2.4.21"
}

android {
    namespace = "app.mingmen.android"
    compileSdk = 36
    defaultConfig {
        minSdk = 26
        targetSdk = 35
        versionCode = 1
        versionName = "0.1.0"
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    sourceSets["main"].apply {
        kotlin.srcDirs("src/main/kotlin", "../ui/src/main/kotlin", "../../bindings/kotlin/src/main/kotlin", "../../bindings/kotlin/generated")
        res.srcDirs("src/main/res", "../ui/src/main/res")
        // What build-apk.sh puts there: the core, built for each kind of phone.
        jniLibs.srcDirs("../../target/phone")
    }
}

kotlin {
    jvmToolchain(17)
}

dependencies {
    implementation("androidx.activity:activity-compose:1.13.0")
    implementation("androidx.compose.foundation:foundation:1.12.1")
    implementation("androidx.compose.material3:material3:1.5.0-beta02")
    implementation("androidx.compose.ui:ui:1.12.1")
    implementation("androidx.lifecycle:lifecycle-viewmodel:2.11.0")
    implementation("net.java.dev.jna:jna:5.19.1@aar")
    implementation("org.jetbrains.kotlinx:kotlinx-coroutines-android:1.10.2")
}
