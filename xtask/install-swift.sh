#!/bin/sh
# install-swift.sh DIR
#
# Unpacks Swift 6 from Debian's packages into DIR, beside the system: no package of the machine is touched and
# no maintainer script runs. For x86-64 Debian and its kin; about 2.5 GB of disk. Root, or a user who may have
# a mount namespace of his own by bubblewrap or proot.
#
# apt fetches with a state of its own, checks Debian's signatures, and goes on where it was cut off. What is in
# DIR/debs is never fetched twice, so that folder is what a build server keeps. A finished DIR is left as it is.
#
#   DIR/swift-run [-p PROJECT] [-C FOLDER] -- swift test …
#
# then runs a command in there, with PROJECT visible at its own path.
set -eu

suite=trixie
packages="base-files dash bash coreutils sed grep findutils ca-certificates binutils gcc g++ libc6-dev swiftlang"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

die() { echo "install-swift: $*" >&2; exit 1; }
say() { echo "install-swift: $*"; }

[ $# -eq 1 ] || { echo "usage: install-swift.sh DIR" >&2; exit 2; }
for tool in apt-get dpkg-deb tar sha256sum awk flock; do
    command -v "$tool" >/dev/null || die "no $tool on this machine"
done
[ "$(dpkg --print-architecture)" = amd64 ] || die "only for amd64; elsewhere see https://www.swift.org/install"
[ -r "$keyring" ] || die "no $keyring: apt-get install debian-archive-keyring"
mkdir -p "$1/home"
dir=$(cd "$1" && pwd -P)
case $dir in *[!A-Za-z0-9/._+-]*) die "a folder without spaces or unusual characters, please: $dir" ;; esac
exec 9>"$dir/.lock"
flock -w 1800 9 || die "another installation holds $dir/.lock"

# The mirror that this machine's own apt uses.
find_mirror() {
    apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | grep -v security | head -n 1
}

# --- fetch -----------------------------------------------------------------------------------------------------

apt=$dir/apt

configure_apt() {
    mkdir -p "$apt/state/lists/partial" "$apt/etc/parts" "$apt/etc/apt.conf.d" "$apt/etc/preferences.d" \
        "$apt/none/partial" "$dir/debs/partial"
    : >"$apt/status"
    echo "deb [arch=amd64 signed-by=$keyring] $1 $suite main" >"$apt/etc/sources.list"
    cat >"$apt/apt.conf" <<EOC
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt";
Dir::Cache::archives "$dir/debs";
Dir::Etc "$apt/etc";
Dir::Etc::SourceList "$apt/etc/sources.list";
Dir::Etc::SourceParts "$apt/etc/parts";
Dir::Etc::PreferencesParts "$apt/etc/preferences.d";
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Install-Recommends "false";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "3";
EOC
}

# Names what DIR/debs lacks or holds damaged, by the checksums of the signed index.
bad_packages() {
    (cd "$dir/debs" && LC_ALL=C sha256sum -c "$apt/sums" 2>/dev/null) | awk -F': ' '$2 !~ /^OK$/ {print $1}'
}

fetch() {
    mirror=$(find_mirror)
    [ -n "$mirror" ] || die "apt knows no Debian mirror yet: apt-get update"
    configure_apt "$mirror"
    export APT_CONFIG="$apt/apt.conf"
    say "asking Debian $suite what Swift needs"
    apt-get update -qq -o APT::Update::Error-Mode=any || die "apt-get update failed"
    # Each line: 'address' name size checksum.
    # shellcheck disable=SC2086
    apt-get install -qq -y --print-uris -o Dir::Cache::archives="$apt/none" -o Acquire::ForceHash=SHA256 \
        $packages >"$apt/uris" || die "apt cannot resolve: $packages"
    awk '/^.http/ {print $2}' "$apt/uris" | LC_ALL=C sort >"$apt/want.new"
    [ -s "$apt/want.new" ] || die "apt named no packages"
    awk '/^.http/ {if (sub(/^SHA256:/, "", $4) != 1) exit 1; print $4 "  " $2}' "$apt/uris" >"$apt/sums" ||
        die "apt gave no checksums"
    for name in $(bad_packages); do rm -f "$dir/debs/$name"; done
    say "fetching what is not in $dir/debs of" \
        "$(awk '/^.http/ {s += $3} END {printf "%d packages, %.0f MB", NR, s / 1e6}' "$apt/uris")"
    if [ -t 1 ]; then quiet=; else quiet=-qq; fi
    # shellcheck disable=SC2086
    apt-get install $quiet -y --download-only $packages || die "the download failed; run this again to go on"
    [ -z "$(bad_packages)" ] || die "damaged downloads in $dir/debs; run this again"
    mv "$apt/want.new" "$apt/want"
    unset APT_CONFIG
    rm -rf "$apt/state" "$apt"/*pkgcache.bin
}

# --- unpack ----------------------------------------------------------------------------------------------------

# What a build and a test never use: manuals, the debugger, language servers, the static and embedded standard
# libraries, gcc's own compilers (Swift brings clang).
left_out() {
    cat <<'EOX'
./usr/share/doc
./usr/share/man
./usr/share/info
./usr/share/locale
./usr/share/i18n
./usr/libexec/swift/lib/swift/embedded
./usr/libexec/swift/lib/swift/FrameworkABIBaseline
./usr/libexec/swift/lib/swift_static
./usr/libexec/swift/lib/liblldb.so*
./usr/libexec/swift/lib/libLTO.so*
./usr/libexec/swift/lib/libsourcekitdInProc.so
./usr/libexec/swift/bin/lldb*
./usr/libexec/swift/bin/repl_swift
./usr/libexec/swift/bin/clangd
./usr/libexec/swift/bin/sourcekit-lsp
./usr/libexec/swift/bin/docc
./usr/libexec/gcc/x86_64-linux-gnu/*/cc1
./usr/libexec/gcc/x86_64-linux-gnu/*/cc1plus
./usr/libexec/gcc/x86_64-linux-gnu/*/lto1
EOX
}

# Says which packages a root was unpacked from, so that a finished one is known again.
stamp() { { echo "layout 2 full=no"; cat "$apt/want"; } | sha256sum | cut -d' ' -f1; }

unpack() {
    [ "$(df -Pk "$dir" | awk 'NR == 2 {print $4}')" -gt 3000000 ] || die "less than 3 GB free at $dir"
    new=$dir/root.new
    rm -rf "$new"
    mkdir -p "$new/usr/bin" "$new/usr/sbin" "$new/usr/lib" "$new/usr/lib64"
    for link in bin sbin lib lib64; do ln -s "usr/$link" "$new/$link"; done
    left_out >"$apt/exclude"
    count=0 total=$(wc -l <"$apt/want")
    while read -r name; do
        count=$((count + 1))
        if [ -t 1 ]; then printf '\r\033[Kinstall-swift: unpacking %d of %d' "$count" "$total"; fi
        dpkg-deb --fsys-tarfile "$dir/debs/$name" >"$apt/one.tar" || die "damaged: $dir/debs/$name; delete it and run again"
        tar -x -f "$apt/one.tar" -C "$new" --keep-directory-symlink --no-same-owner --anchored --wildcards \
            --exclude-from="$apt/exclude" || die "cannot unpack $name"
    done <"$apt/want"
    rm -f "$apt/one.tar"
    if [ -t 1 ]; then echo; else say "unpacked $count packages"; fi
    mkdir -p "$new/proc" "$new/dev" "$new/tmp" "$new/etc" "$new/root"
    chmod 1777 "$new/tmp"
    echo 'root:x:0:0:root:/:/bin/sh' >"$new/etc/passwd"
    echo 'root:x:0:' >"$new/etc/group"
    echo '127.0.0.1 localhost' >"$new/etc/hosts"
    [ -e "$new/usr/bin/sh" ] || ln -s dash "$new/usr/bin/sh"
    for file in usr/libexec/swift/bin/swift-frontend usr/libexec/swift/bin/swift-package usr/libexec/swift/bin/clang \
        usr/libexec/swift/bin/swift-format usr/bin/ld usr/libexec/swift/lib/swift/linux/libTesting.so \
        usr/lib/x86_64-linux-gnu/crt1.o usr/lib64/ld-linux-x86-64.so.2; do
        [ -e "$new/$file" ] || die "the packages lack $file"
    done
    stamp >"$new/.stamp"
    rm -rf "$dir/root"
    # The last step makes it whole at once: whoever sees `root` sees all of it.
    mv "$new" "$dir/root"
}

# --- the way in --------------------------------------------------------------------------------------------------

write_runner() {
    cat >"$dir/swift-run.new" <<'EOR'
#!/bin/sh
# swift-run [-p PROJECT] [-C FOLDER] -- COMMAND…
# Runs COMMAND among the unpacked packages, with PROJECT (default: here) at its own path, in FOLDER (default:
# PROJECT), with an environment of its own: hand variables on by `env NAME=value COMMAND…`.
set -eu
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd -P)
root=$here/root
project=$PWD
folder=
while [ $# -gt 0 ]; do
    case $1 in
    -p) project=$2; shift 2 ;;
    -C) folder=$2; shift 2 ;;
    --) shift; break ;;
    *) break ;;
    esac
done
[ $# -gt 0 ] || { echo "swift-run: no command" >&2; exit 2; }
[ -f "$root/.stamp" ] || { echo "swift-run: no Swift in $root" >&2; exit 2; }
project=$(cd "$project" && pwd -P)
folder=$(cd "${folder:-$project}" && pwd -P)
case $project in
/ | /usr | /usr/* | /proc* | /dev* | /lib* | /bin* | /etc*) echo "swift-run: cannot show $project inside" >&2; exit 2 ;;
esac
home=$here/home
mkdir -p "$home" "$root$project" "$root$home"
inside="PATH=/usr/libexec/swift/bin:/usr/bin:/bin HOME=$home LANG=C.UTF-8 TMPDIR=/tmp TERM=${TERM:-dumb}"
for name in CI NO_COLOR SWIFT_DETERMINISTIC_HASHING RUST_BACKTRACE; do
    eval "[ -z \"\${$name:-}\" ] || inside=\"\$inside $name=\$$name\""
done

can_unshare() {
    [ "$(id -u)" = 0 ] && command -v unshare >/dev/null && command -v chroot >/dev/null &&
        unshare -m --propagation private sh -c 'mount --rbind /proc "$1/proc" && mount --rbind /dev "$1/dev"' sh "$root" 2>/dev/null
}
can_bwrap() { command -v bwrap >/dev/null && bwrap --bind "$root" / --proc /proc --dev /dev /usr/bin/true 2>/dev/null; }
can_proot() { command -v proot >/dev/null && proot -r "$root" -b /proc -b /dev -w / /usr/bin/true 2>/dev/null; }

# shellcheck disable=SC2016,SC2086
if can_unshare; then
    exec unshare -m --propagation private sh -c '
        set -e
        root=$1 project=$2 home=$3 folder=$4 inside=$5; shift 5
        mount --rbind /proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount --bind "$project" "$root$project"
        mount --bind "$home" "$root$home"
        exec chroot "$root" /usr/bin/env -i $inside /bin/sh -c "cd \"\$1\" && shift && exec \"\$@\"" sh "$folder" "$@"
    ' sh "$root" "$project" "$home" "$folder" "$inside" "$@"
elif can_bwrap; then
    exec bwrap --bind "$root" / --proc /proc --dev /dev --bind "$project" "$project" \
        --bind "$home" "$home" --chdir "$folder" /usr/bin/env -i $inside "$@"
elif can_proot; then
    exec proot -r "$root" -b /proc -b /dev -b "$project" -b "$home" -w "$folder" /usr/bin/env -i $inside "$@"
fi
echo "swift-run: neither a mount namespace, nor bwrap, nor proot works on this machine" >&2
exit 3
EOR
    chmod 755 "$dir/swift-run.new"
    mv -f "$dir/swift-run.new" "$dir/swift-run"
}

find_way_in() {
    "$dir/swift-run" -p "$dir/home" -- true 2>/dev/null && return 0
    [ "$(id -u)" = 0 ] || die "no way in: apt-get install bubblewrap"
    say "no mount namespaces here: installing proot"
    apt-get install -qq -y --no-install-recommends proot >/dev/null || die "cannot install proot"
    "$dir/swift-run" -p "$dir/home" -- true || die "no way into $dir/root on this machine"
}

# Builds and runs one test, since a Swift that prints its version may still fail to link.
try_out() {
    say "trying it out"
    try=$dir/try
    rm -rf "$try"
    mkdir -p "$try/Sources/Try" "$try/Tests/TryTests"
    cat >"$try/Package.swift" <<'E'
// swift-tools-version: 6.0
import PackageDescription
let package = Package(name: "Try", targets: [
    .target(name: "Try"), .testTarget(name: "TryTests", dependencies: ["Try"]),
])
E
    cat >"$try/Sources/Try/Try.swift" <<'E'
import Foundation
import Observation
@Observable public final class Try {
    public var day = Date(timeIntervalSince1970: 0)
    public init() {}
}
E
    cat >"$try/Tests/TryTests/TryTests.swift" <<'E'
import Testing
import Try
@Test func works() { #expect(Try().day.timeIntervalSince1970 == 0) }
E
    "$dir/swift-run" -p "$try" -- swift test --disable-xctest -Xswiftc -use-ld=lld >"$dir/try.log" 2>&1 ||
        { tail -n 20 "$dir/try.log" >&2; die "Swift does not work here; its output: $dir/try.log"; }
    grep -q 'Test run with 1 test' "$dir/try.log" || die "Swift ran no test; its output: $dir/try.log"
    rm -rf "$try"
}

if [ -s "$apt/want" ] && [ -f "$dir/root/.stamp" ] && [ "$(cat "$dir/root/.stamp")" = "$(stamp)" ]; then
    say "already unpacked in $dir/root"
    write_runner
    find_way_in
else
    fetch
    unpack
    write_runner
    find_way_in
    try_out
fi
"$dir/swift-run" -p "$dir/home" -- swift --version 2>&1 | head -n 1 | sed 's/^/install-swift: ready, /'
