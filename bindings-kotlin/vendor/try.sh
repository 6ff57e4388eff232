#!/usr/bin/env bash
# Tries the jar and its POM as a vendor does: an empty Maven project outside the repository that names nothing else, with a
# local repository of its own. What the jar needs has to come by its POM; the program has to decide a command.
#
#     bindings-kotlin/vendor/try.sh JAR POM
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# What was fetched before is not fetched again: all of the user's local repository, but no bosoto.
local="$work/repository" known="$HOME/.m2/repository"
mkdir -p "$local/io/github/bosoto"
for folder in "" io/ io/github/; do
    for entry in "$known/$folder"*; do
        name="$folder${entry##*/}"
        test ! -e "$entry" || test -e "$local/$name" || ln -s "$entry" "$local/$name"
    done
done

of() { # ELEMENT INDENT: what the POM says in it
    sed -n "s|^$2<$1>\(.*\)</$1>\$|\1|p" "$pom"
}
pom="$(realpath "$2")"
version="$(of version "  ")"
place="$local/io/github/bosoto/bosoto/$version"
mkdir -p "$place"
cp "$1" "$place/bosoto-$version.jar"
cp "$pom" "$place/bosoto-$version.pom"

cp "$here/pom.xml" "$here/Vendor.java" "$work"
cd "$work"
mvn -B -ntp -q -Dmaven.repo.local="$local" -Dbosoto.version="$version" \
    compile dependency:build-classpath -Dmdep.outputFile=class-path -Dmdep.includeScope=runtime

# In the versions that the jar was built with: others may come in by way of others.
for needed in "bosoto $version" "kotlin-stdlib $(of kotlin.version "    ")" "jna $(of jna.version "    ")" \
    "kotlinx-serialization-json-jvm $(of serialization.version "    ")" "kotlinx-coroutines-core-jvm $(of coroutines.version "    ")"; do
    grep -q "/${needed/ /-}.jar" class-path || { echo "the POM of bosoto does not bring $needed" >&2; exit 1; }
done
said="$(java -cp "target/classes:$(cat class-path)" Vendor)"
test "$said" = awaiting_acceptance || { echo "the vendor's program said: $said" >&2; exit 1; }
echo "a vendor's project with bosoto $version alone: $said"
