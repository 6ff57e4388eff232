//! Every answer is the one that was recorded.

use bosoto_tests::net::Net;

#[test]
fn every_answer_is_the_one_that_was_recorded() {
    let differences = Net::cast().differences();
    let first: Vec<&str> = differences.iter().take(20).map(String::as_str).collect();
    assert!(
        differences.is_empty(),
        "{} lines differ; look at them with `cargo run -p bosoto-tests --bin net`, and record them \
         (`-- --record`) if each is meant\n{}",
        differences.len(),
        first.join("\n")
    );
}
