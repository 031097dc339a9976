#!/bin/sh
# Builds an .apk for a phone. Not run here, and never run so far: it needs Google's Android SDK and NDK, which build the
# core for a phone's processor (docs/android.md). Everything else of the app is built and tested by `cargo xtask test android`.
set -eu
cd "$(dirname "$0")/.."

need() {
    command -v "$1" >/dev/null 2>&1 || { echo "$1 is missing: $2" >&2; exit 1; }
}
[ -n "${ANDROID_HOME:-}" ] || { echo "ANDROID_HOME is not set: it names the folder of the Android SDK" >&2; exit 1; }
[ -n "${ANDROID_NDK_HOME:-}" ] || { echo "ANDROID_NDK_HOME is not set: it names the folder of the Android NDK" >&2; exit 1; }
need cargo-ndk "cargo install cargo-ndk"
need gradle "install Gradle 8.13 or newer"

rustup target add aarch64-linux-android x86_64-linux-android
cargo xtask bindings
cargo ndk --platform 26 --target arm64-v8a --target x86_64 --output-dir target/phone build --package mingmen-ffi --profile phone
gradle --project-dir android :app:assembleDebug
echo "android/app/build/outputs/apk/debug/app-debug.apk"
