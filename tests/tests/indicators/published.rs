//! Published results come out of their parts.

use bosoto::indicator::indicator_value;

const PUBLISHED: &str = include_str!("../../data/published.tsv");

#[test]
fn kp_the_published_results_come_out_of_their_parts() {
    let mut counted = 0;
    for line in PUBLISHED.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, year, area, numerator, denominator, value] = cells[..] else {
            panic!("{line}")
        };
        let [numerator, denominator] = [numerator, denominator].map(|cell| cell.parse().unwrap());
        let year = year.parse().unwrap();
        let figure = indicator_value(id, numerator, denominator, year, 4).unwrap();
        assert_eq!(figure.value.as_deref(), Some(value), "{id} {year} {area}");
        assert_eq!(
            [figure.numerator, figure.denominator].map(|count| count.try_into()),
            [Ok(numerator), Ok(denominator)]
        );
        assert_eq!(figure.target.is_some(), year == 2568, "{id} {year}");
        counted += 1;
    }
    assert_eq!(counted, 40);
}

#[test]
fn kp_the_five_results_of_the_rules() {
    for (id, numerator, denominator, year, value) in [
        ("KP-22", 1_100, 1_632, 2566, "67.40"),
        ("KP-22", 10_494, 17_582, 2566, "59.69"),
        ("KP-16", 8_852, 9_049, 2568, "97.82"),
        ("KP-15", 587, 5_302_625, 2561, "11.07"),
        ("KP-15", 3_890, 64_765_295, 2561, "6.01"),
    ] {
        let figure = indicator_value(id, numerator, denominator, year, 4).unwrap();
        assert_eq!(figure.value.as_deref(), Some(value));
    }
}

#[test]
fn kp_a_figure_on_the_wire_leaves_out_what_there_is_not() {
    let json = |id, numerator, denominator, year, quarter| {
        bosoto::wire::to_json(&indicator_value(id, numerator, denominator, year, quarter).unwrap())
    };
    assert_eq!(
        json("KP-15", 3_890, 64_765_295, 2568, 2),
        r#"{"numerator":3890,"denominator":64765295,"value":"6.01","target":{"at":"most","value":"5.0"},"met":false}"#
    );
    assert_eq!(
        json("KP-15", 1, 100_000, 2568, 1),
        r#"{"numerator":1,"denominator":100000,"value":"1.00"}"#
    );
    assert_eq!(
        json("KP-16", 0, 0, 2568, 1),
        r#"{"numerator":0,"denominator":0,"target":{"at":"least","value":"55"}}"#
    );
}
