//! Every state × command × role × organisation of every lifecycle: the answers follow the table.

use bosoto_tests::corpus::{Corpus, distinct};
use bosoto_tests::exhaustive::decide_follows_the_table;
use serde_json::Value;

#[test]
fn decide_follows_the_table_and_actions_agree_with_it() {
    for corpus in Corpus::all() {
        let commands = corpus.envelopes.iter().filter_map(|one| one.get("command"));
        let commands: Vec<Value> = commands.cloned().collect();
        let asked = decide_follows_the_table(corpus.lifecycle, &corpus.cases, &distinct(&commands));
        assert!(asked > 1_000, "{asked}");
    }
}
