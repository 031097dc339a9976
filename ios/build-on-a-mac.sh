#!/bin/sh
# Builds the iOS app for the simulator, or with "device" for a phone.
#
# Needs a Mac with Xcode 16, XcodeGen (brew install xcodegen) and Rust. It has never been run: no Mac was at hand where
# this was written. What is tested elsewhere, on every change, is everything but the shell in App/: the core, its Swift
# package, the models, and the types of the views (cargo xtask test swift swift-views).
set -eu
if [ "$(uname -s)" != Darwin ]; then
    echo "build-on-a-mac.sh: this needs a Mac with Xcode. Elsewhere: cargo xtask test swift swift-views" >&2
    exit 3
fi
case ${1:-simulator} in
simulator) target=aarch64-apple-ios-sim destination='generic/platform=iOS Simulator' ;;
device) target=aarch64-apple-ios destination='generic/platform=iOS' ;;
*)
    echo "usage: build-on-a-mac.sh [simulator|device]" >&2
    exit 2
    ;;
esac
cd "$(dirname "$0")/.."
export IPHONEOS_DEPLOYMENT_TARGET=17.0
rustup target add "$target"
cargo xtask bindings
cargo rustc --package mingmen-ffi --lib --profile phone --target "$target" --crate-type staticlib
cd ios
xcodegen generate
xcodebuild -project Mingmen.xcodeproj -scheme Mingmen -destination "$destination" build
