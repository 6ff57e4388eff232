#!/usr/bin/env bash
# Lays out the archive for Android (AAR): the classes of the jar, the native library for each kind of phone, and the rules by
# which R8 keeps what is found by its name. The libraries need an NDK (ANDROID_NDK_HOME), cargo-ndk and the Rust targets; where
# one is missing, everything else is laid out, no archive is made, the last line says what to install, and it ends with 2.
#
#     bindings-kotlin/android/aar.sh JAR FOLDER ARCHIVE
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
jar="$(realpath "$1")" folder="$2" archive="$3"

# The phones in use, as Android names them, and the target that Rust builds for each.
declare -A targets=([arm64-v8a]=aarch64-linux-android [armeabi-v7a]=armv7-linux-androideabi)
# The oldest Android that it is built for, as in AndroidManifest.xml.
oldest=24
# Phones with pages of 16 KB load only what is aligned to them.
page=16384

rm -rf "$folder"
mkdir -p "$folder/jni"
folder="$(realpath "$folder")"

classes="$(mktemp -d)"
trap 'rm -rf "$classes"' EXIT
(cd "$classes" && jar --extract --file "$jar" && rm -rf linux-* win32-* darwin-*)
jar --create --file "$folder/classes.jar" --no-manifest -C "$classes" .
cp "$here/AndroidManifest.xml" "$folder/"
cp "$here/consumer-rules.pro" "$folder/proguard.txt"
: >"$folder/R.txt" # No resources.

missing=()
ndk="${ANDROID_NDK_HOME:-${ANDROID_NDK_ROOT:-}}"
[[ -n "$ndk" && -d "$ndk" ]] || missing+=("an Android NDK (r28 or later) with ANDROID_NDK_HOME set to it")
command -v cargo-ndk >/dev/null || missing+=("cargo-ndk (\`cargo install cargo-ndk --locked\`)")
built="$(rustup target list --installed 2>/dev/null || true)"
for abi in "${!targets[@]}"; do
    grep -qx "${targets[$abi]}" <<<"$built" || missing+=("the Rust target ${targets[$abi]} (\`rustup target add\`)")
done
if ((${#missing[@]})); then
    for abi in "${!targets[@]}"; do echo "jni/$abi/libbosoto_kotlin.so: not built"; done
    printf -v said '%s; ' "${missing[@]}"
    echo "no archive was made, only $folder was laid out: install ${said%; }"
    exit 2
fi

for abi in "${!targets[@]}"; do
    (cd "$root" && RUSTFLAGS="-Clink-arg=-Wl,-z,max-page-size=$page" cargo ndk --target "$abi" --platform "$oldest" \
        --output-dir "$folder/jni" build --locked --profile small -p bosoto-kotlin)
    aligned() { readelf -lW "$folder/jni/$abi/libbosoto_kotlin.so" | awk '/LOAD/ { if (strtonum($NF) < '"$page"') exit 1 }'; }
    aligned || { echo "jni/$abi/libbosoto_kotlin.so is not aligned to pages of 16 KB" >&2; exit 1; }
done
jar --create --file "$archive" --no-manifest -C "$folder" .
echo "$archive"
