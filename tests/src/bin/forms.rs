//! Prints the forms of every lifecycle in each language, a line of JSON each. The clients that draw forms are
//! held to it (`tests/clients/`).

use bosoto::{any, call};

fn main() {
    for lifecycle in any::ALL {
        let name = lifecycle.name();
        for language in ["th", "en"] {
            let forms = call::forms(name, Some(language));
            println!(r#"{{"lifecycle":"{name}","language":"{language}","forms":{forms}}}"#);
        }
    }
}
