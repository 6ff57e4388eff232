# Needs Rust (stable), Python 3.10 or later with venv, and a C compiler, for `make test` Node 20 or later
# and Chromium too (Debian's is installed where root runs it), JDK 17 or later and Maven for Kotlin; everything
# else comes from the registries at the versions pinned in Cargo.lock, bindings-python/requirements-dev.txt,
# tests/clients/package-lock.json and bindings-kotlin/jvm/pom.xml.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
TOOLS := $(VENV)/.tools
PACKAGE := $(VENV)/.package
BINDING := bindings-python
WORKSHOP := examples/workshop
MATURIN := VIRTUAL_ENV="$(CURDIR)/$(VENV)" $(VENV)/bin/maturin

# Where cargo puts what is shipped.
SHIPPED = $${CARGO_TARGET_DIR:-target}/x86_64-unknown-linux-gnu

RUST_SOURCES := $(shell find core/build.rs core/src frame/src macros/src $(BINDING)/src -name '*.rs') \
    Cargo.toml Cargo.lock core/Cargo.toml frame/Cargo.toml $(BINDING)/Cargo.toml $(BINDING)/pyproject.toml

.PHONY: help setup demo test test-rust test-python test-spark spark-tools test-clients test-kotlin test-examples-jvm bench-kotlin kotlin aar scenarios-kotlin kotlin-tools border lint generate check-generated notebook bench wheel sdist packages sizes growth fuzz soak clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(PACKAGE) ## Create .venv and install the Python package into it

$(TOOLS): $(BINDING)/requirements-dev.txt
	test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(PACKAGE): $(TOOLS) $(RUST_SOURCES)
	$(MATURIN) develop --release --locked --extras cli -m $(BINDING)/Cargo.toml
	touch $@

demo: setup ## Show a province's worklists and say why a command is refused
	$(VENV)/bin/bosoto demo

test: setup test-rust growth test-python test-clients ## Run every test
	@if $(MAKE) --no-print-directory --silent kotlin-tools 2>/dev/null; \
	    then $(MAKE) --no-print-directory test-kotlin test-examples-jvm; else echo "$(NO_JVM)"; fi
	@if $(MAKE) --no-print-directory --silent spark-tools 2>/dev/null; \
	    then $(MAKE) --no-print-directory test-spark; else echo "$(NO_SPARK)"; fi

test-rust: ## Test the Rust crates, the scenarios and the examples
	cargo test --workspace --locked

test-python: setup ## Test the Python package, its types and its stubs
	cd $(BINDING) && ../$(VENV)/bin/mypy --strict
	cd $(BINDING) && ../$(VENV)/bin/stubtest bosoto._bosoto
	$(VENV)/bin/python -m doctest README.md
	cd $(BINDING) && ../$(VENV)/bin/pytest

SPARK := $(VENV)-spark
NO_SPARK := Spark was not tested: it needs JDK 17 or later (Debian: openjdk-17-jre-headless) and Python 3.11 or later

spark-tools: ## Fail if JDK 17 or later is missing, or Python is too old for Spark
	@{ java -version 2>&1 | grep -qE 'version "(1[7-9]|[2-9][0-9])' && \
	    $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))'; } || { echo "$(NO_SPARK)" >&2; exit 1; }

$(SPARK)/.tools: $(BINDING)/requirements-spark.txt
	test -x $(SPARK)/bin/python || $(PYTHON) -m venv $(SPARK)
	$(SPARK)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

# Spark has an environment of its own; the package is that of the checkout, which `setup` has built.
test-spark: spark-tools setup $(SPARK)/.tools ## Test the package on Spark, two cores of this machine
	cd $(BINDING) && PYTHONPATH=python ../$(SPARK)/bin/python -m pytest --quiet tests_spark

# Each basic block that runs calls a function that counts it. With a target named, build scripts and macros are
# compiled without.
COUNTED := -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 -Cllvm-args=-sanitizer-coverage-trace-pc

growth: ## Count the steps of long cases: nothing grows faster than they do
	CARGO_PROFILE_DEV_OPT_LEVEL=1 CARGO_PROFILE_DEV_DEBUG=0 RUSTFLAGS="$(COUNTED)" \
	    cargo run --quiet --locked -p bosoto-benches --bin steps \
	    --target "$$(rustc --print host-tuple)" --target-dir "$${CARGO_TARGET_DIR:-target}/steps"

CLIENTS := tests/clients

# It reads the reports, with a font that has Thai letters.
CHROMIUM := /usr/bin/chromium

test-clients: $(CLIENTS)/node_modules/.package-lock.json $(TOOLS) ## Let tools of others read what is exported (needs Node 20 or later and Chromium)
	test -x $(CHROMIUM) || test "$$(id -u)" != 0 || \
	    { apt-get update && apt-get install -y --no-install-recommends chromium fonts-thai-tlwg; } || true
	test -x $(CHROMIUM) || { echo "no browser: install Debian's packages chromium and fonts-thai-tlwg" >&2; exit 1; }
	cargo run --quiet --locked -p bosoto-tests --bin stories > $(CLIENTS)/stories.ndjson
	cargo run --quiet --locked -p bosoto-tests --bin forms > $(CLIENTS)/forms.ndjson
	cd $(CLIENTS) && npm test
	cd $(CLIENTS) && ../../$(VENV)/bin/pytest --quiet

$(CLIENTS)/node_modules/.package-lock.json: $(CLIENTS)/package-lock.json
	cd $(CLIENTS) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

KOTLIN := bindings-kotlin
JVM := $(KOTLIN)/jvm
BORDER := $(JVM)/src/main/kotlin/io/github/bosoto/border/bosoto.kt
MVN := mvn -B -ntp -f $(JVM)/pom.xml
JAR := $(JVM)/target/bosoto-$(shell sed -n 's|^  <version>\(.*\)</version>$$|\1|p' $(JVM)/pom.xml).jar
NATIVE := $(JVM)/target/native/linux-x86-64/libbosoto_kotlin.so
KOTLIN_SOURCES := $(shell find $(JVM)/src/main -name '*.kt') $(JVM)/pom.xml
NO_JVM := Kotlin was not tested: it needs JDK 17 or later and Maven (Debian: openjdk-17-jdk-headless, maven)

kotlin-tools: ## Fail if JDK 17 or later or Maven is missing
	@{ javac -version 2>&1 | grep -qE '^javac (1[7-9]|[2-9][0-9])' && command -v mvn >/dev/null; } || \
	    { echo "$(NO_JVM)" >&2; exit 1; }

$(NATIVE): $(shell find core/build.rs core/src macros/src $(KOTLIN)/src -name '*.rs') Cargo.toml Cargo.lock core/Cargo.toml $(KOTLIN)/Cargo.toml
	.ci/ship small cargo build --locked -p bosoto-kotlin
	mkdir -p $(@D)
	cp "$(SHIPPED)/small/libbosoto_kotlin.so" $@

LANGUAGES := target/languages
ASKED := cargo run --quiet --locked -p bosoto-tests --bin questions

# The same questions to every language: Kotlin is held to what Rust and Python answer.
$(LANGUAGES)/python.ndjson: $(PACKAGE) $(shell find tests/src tests/scenarios -type f) $(BINDING)/tests/answers.py
	mkdir -p $(@D)
	$(ASKED) > $(@D)/questions.ndjson
	$(ASKED) -- --answers < $(@D)/questions.ndjson > $(@D)/rust.ndjson
	$(VENV)/bin/python $(BINDING)/tests/answers.py < $(@D)/questions.ndjson > $@

test-kotlin: kotlin-tools $(NATIVE) $(LANGUAGES)/python.ndjson ## Test the Kotlin binding on the JVM, and its jar in a project outside
	$(MVN) verify
	$(KOTLIN)/vendor/try.sh $(JAR) $(JVM)/pom.xml

bench-kotlin: kotlin-tools $(NATIVE) ## Measure the Kotlin binding with JMH, beside the rule engine of DHIS2
	mvn -B -ntp -f $(KOTLIN)/pom.xml -Dbinding.tested=true package
	cd $(KOTLIN)/bench/target && java -cp "classes:$$(cat class-path)" org.openjdk.jmh.Main -rf text

test-examples-jvm: kotlin-tools $(NATIVE) ## Test the examples for the JVM and Android with the library of this checkout
	mvn -B -ntp -f examples/pom.xml -Dbinding.tested=true verify

kotlin: kotlin-tools $(NATIVE) ## Build the jar for Kotlin and Java with sources and documentation into dist/
	$(MVN) -Ppublish -DskipTests package
	mkdir -p dist
	cp $(JVM)/target/bosoto-*.jar dist/
	cp $(JVM)/pom.xml dist/bosoto.pom

aar: kotlin ## Lay out the archive for Android into dist/ (its libraries need an NDK and cargo-ndk)
	$(KOTLIN)/android/aar.sh dist/bosoto-0.2.0.jar $(JVM)/target/aar dist/bosoto-android-0.2.0.aar
	cp $(KOTLIN)/android/bosoto-android.pom dist/

$(JVM)/target/.compiled: $(KOTLIN_SOURCES) $(NATIVE)
	@$(MVN) -DskipTests compile >&2
	@touch $@

scenarios-kotlin: kotlin-tools $(JVM)/target/.compiled ## Run scenario files in Kotlin (FILES="…", absolute paths)
	@java -cp "$(JVM)/target/classes:$$(cat $(JVM)/target/class-path)" io.github.bosoto.scenario.Main $(FILES)

border: ## Write the Kotlin side of the border again, after a change of what is exported (builds UniFFI's generator)
	cargo build --quiet --locked -p bosoto-kotlin
	cargo run --quiet --locked -p bosoto-kotlin-bindgen -- generate --language kotlin --no-format \
	    --config $(KOTLIN)/uniffi.toml --out-dir $(JVM)/src/main/kotlin "$${CARGO_TARGET_DIR:-target}/debug/libbosoto_kotlin.so"
	# Nothing here is asynchronous: what a virtual machine would bind for that at its first call is left out. What is
	# loaded is named by the package, and structures name their fields themselves: reading annotations takes longer.
	sed -i -E -e 's/[ \t]+$$//' -e '/external fun ffi_bosoto_kotlin_rust_future_/,/^    \):/d' \
	    -e 's/return "bosoto_kotlin"$$/return io.github.bosoto.Library.path/' $(BORDER)
	sed -i -z -E 's/@Structure\.FieldOrder\(([^)]*)\)\n((internal )?open class [^{]*: Structure\(\) \{\n)/\2    override fun getFieldOrder(): List<String> = java.util.Arrays.asList(\1)\n\n/g' $(BORDER)

lint: $(TOOLS) ## Check formatting, clippy, ruff and the documentation
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo clippy -p bosoto-python --features stubs --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked
	$(VENV)/bin/ruff check $(BINDING)
	$(VENV)/bin/ruff format --check $(BINDING)
	cd $(BINDING) && ../$(VENV)/bin/ruff check --config pyproject.toml ../$(WORKSHOP)
	cd $(BINDING) && ../$(VENV)/bin/ruff format --check --config pyproject.toml ../$(WORKSHOP)

generate: setup ## Write the schemas, pages, diagrams, stubs, Python types and the demo's logs again
	cargo run --quiet --locked -p bosoto-generate
	cargo run --quiet --locked -p bosoto-examples --bin province_month
	rm -rf $(VENV)/.stubs
	$(MATURIN) generate-stubs --quiet --profile release --features stubs --out $(VENV)/.stubs -m $(BINDING)/Cargo.toml
	find $(VENV)/.stubs -name '_bosoto.pyi' -exec cp {} $(BINDING)/python/bosoto/ \;
	$(VENV)/bin/ruff check --quiet --fix --select I $(BINDING)/python/bosoto/_bosoto.pyi
	$(VENV)/bin/ruff format --quiet $(BINDING)/python/bosoto/_bosoto.pyi
	cargo run --quiet --locked -p bosoto-examples --example worklist -- --picture > docs/pictures/worklist.svg

check-generated: ## Fail if something generated is not up to date
	cargo run --quiet --locked -p bosoto-generate -- --check
	cargo run --quiet --locked -p bosoto-examples --bin province_month -- --check

notebook: setup ## Execute the analyst's notebook and write it with what it shows now
	$(VENV)/bin/python $(BINDING)/tests/workshop.py

bench: setup ## Measure everything, beside its peers (builds Cedar: minutes)
	cargo bench -p bosoto-benches --features cedar --locked
	cargo run --release --locked -p bosoto-benches --features cedar --bin memory -- tests/golden/*.log.ndjson
	cargo run --release --locked -p bosoto-benches --features cedar --bin smiv
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $(BINDING)/requirements-bench.txt
	year=$$(mktemp -d); trap 'rm -rf "$$year"' EXIT; \
	cargo run --release --locked -p bosoto-benches --features cedar --bin province_year -- "$$year"; \
	cd $(BINDING) && ../$(VENV)/bin/python bench.py --province "$$year" && ../$(VENV)/bin/python bench_tables.py "$$year"
	cd $(BINDING) && ../$(VENV)/bin/python bench_records.py --large
	cd $(BINDING) && ../$(VENV)/bin/python bench_sql.py

wheel: $(TOOLS) ## Build the wheel for Linux from 2014 on (manylinux2014) into dist/
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $(BINDING)/requirements-wheel.txt
	VIRTUAL_ENV="$(CURDIR)/$(VENV)" PATH="$(CURDIR)/$(VENV)/bin:$$PATH" .ci/ship wheel maturin build --locked --zig \
	    --compatibility manylinux2014 --out dist -m $(BINDING)/Cargo.toml

sdist: $(TOOLS) ## Build the source distribution into dist/
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(BINDING)/sdist.sh dist

packages: $(TOOLS) ## Build crate, source distribution and wheel, and install them where nothing else is
	.ci/packages

PROFILE ?= small
BUILT = $(SHIPPED)/$(PROFILE)/lib_bosoto.so

sizes: $(TOOLS) ## Show what the library is made of (PROFILE=small or wheel)
	.ci/ship $(PROFILE) cargo rustc --quiet --locked -p bosoto-python --config 'profile.$(PROFILE).strip = "none"'
	strip --strip-all -o $(BUILT).stripped $(BUILT)
	$(VENV)/bin/python $(BINDING)/sizes.py $(BUILT) $(BUILT).stripped

SANITIZER ?= none

ifndef SEED
SEED := $(shell date +%s)
endif

fuzz: ## Fuzz each target for a minute (needs nightly Rust and cargo-fuzz)
	fuzz/seeds.sh
	cd fuzz && for target in $$(cargo fuzz list); do \
	    cargo +nightly fuzz run -s $(SANITIZER) "$$target" -- -dict=bosoto.dict \
	        -seed=$(SEED) -max_total_time=$(or $(FUZZ_SECONDS),60); done

MERGE_MINUTES ?= 60

soak: ## Merge random logs for an hour, fuzz each target for 10 minutes (SEED, MERGE_MINUTES, FUZZ_SECONDS)
	@echo "SEED=$(SEED)"
	cargo run --release --quiet --locked -p bosoto-tests --bin soak -- $(SEED) $(MERGE_MINUTES)
	$(MAKE) fuzz SEED=$(SEED) FUZZ_SECONDS=$(or $(FUZZ_SECONDS),600)

clean: ## Remove what was built
	rm -rf target $(VENV) $(SPARK) $(CLIENTS)/node_modules $(JVM)/target $(KOTLIN)/bench/target examples/*/target
