//! What an answer names is in the registry.

use bosoto::registry;
use bosoto_tests::corpus::Corpus;

#[test]
fn every_rule_of_an_answer_is_in_the_registry() {
    for corpus in Corpus::all() {
        let answers = corpus.answers.iter().map(|(_, answer)| answer);
        for document in corpus.decisions.iter().chain(answers) {
            let text = document.to_string();
            for found in text.split("\"rule\":\"").skip(1) {
                let rule = found.split('"').next().unwrap_or_default();
                assert!(registry::rule(rule).is_some(), "{rule} in {text}");
            }
        }
    }
}
