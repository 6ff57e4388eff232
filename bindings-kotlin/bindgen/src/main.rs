//! UniFFI's own command, in the version that the binding is built with: it reads the library and writes the Kotlin that
//! calls it. A crate of its own, as it takes minutes to build and nothing else needs it.

fn main() {
    uniffi::uniffi_bindgen_main();
}
