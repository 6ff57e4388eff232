//! Charts as inline SVG: bars of a share, and the months of a trend.

use std::fmt::Write;

use bosoto::text::Text;

use super::Language;
use super::counted::Tally;
use super::months::{Month, Months};
use super::page::filled;
use super::texts::{Escaped, grouped};
use super::words;

/// The room of a panel for its bars, and for its title above them.
const HIGH: u64 = 84;
const HEAD: u64 = 30;
/// The room left of the bars, for the numbers of the axis.
const LEFT: u64 = 64;
/// The room of all bars, and the least and the most of one.
const WIDE: u64 = 672;
const NARROW: u64 = 28;
const BROAD: u64 = 60;

/// A bar that is filled to so many of so many.
pub(super) fn bar(html: &mut String, part: u64, whole: u64, title: &str) {
    let share = scaled(part, whole, 1_000);
    let _ = write!(
        html,
        "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\"><title>{}</title>\
         <rect class=\"bad\" width=\"{share}\" height=\"10\"/></svg>",
        Escaped(title)
    );
}

/// A value among so many, on a length; what is there is seen.
fn scaled(part: u64, whole: u64, length: u64) -> u64 {
    let long = u128::from(part).saturating_mul(length.into());
    let long = long.checked_div(whole.into()).unwrap_or_default();
    (long as u64).clamp(u64::from(part > 0), length)
}

/// Where the bars stand.
struct Frame {
    pitch: u64,
    width: u64,
}

/// The rows of each month, and below them the bad ones, each with a scale of its own.
pub(super) fn trend(html: &mut String, months: &Months, language: Language) {
    let count = (months.shown.len() as u64).max(1);
    let pitch = WIDE
        .checked_div(count)
        .unwrap_or(BROAD)
        .clamp(NARROW, BROAD);
    let width = LEFT.saturating_add(pitch.saturating_mul(count)).max(260);
    let frame = Frame { pitch, width };
    let height = HIGH
        .saturating_add(HEAD)
        .saturating_mul(2)
        .saturating_add(40);
    let _ = write!(
        html,
        "<svg class=\"trend\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\
         <title>{}</title>",
        language.of(words::BY_MONTH)
    );
    let second = HIGH.saturating_add(HEAD);
    for (top, panel) in [(0, &ROWS), (second, &BAD)] {
        panel.draw(html, months, &frame, top, language);
    }
    names(html, months, &frame, second.saturating_mul(2), language);
    html.push_str("</svg>");
}

/// One row of bars with its title and its greatest number.
struct Panel {
    class: &'static str,
    title: Text,
    of: fn(&Tally) -> u64,
}

const ROWS: Panel = Panel {
    class: "all",
    title: words::ROWS_READ,
    of: |tally| tally.rows,
};
const BAD: Panel = Panel {
    class: "bad",
    title: words::BAD_ROWS,
    of: |tally| tally.bad,
};

impl Panel {
    fn draw(
        &self,
        html: &mut String,
        months: &Months,
        frame: &Frame,
        top: u64,
        language: Language,
    ) {
        let Self { class, title, of } = self;
        let most = months.shown.iter().map(|(_, tally)| of(tally)).max();
        let most = most.unwrap_or_default();
        let (upper, lower) = (
            top.saturating_add(HEAD),
            top.saturating_add(HEAD).saturating_add(HIGH),
        );
        let (edge, end) = (LEFT.saturating_sub(6), frame.width);
        let _ = write!(
            html,
            "<text class=\"name\" x=\"{LEFT}\" y=\"{}\">{}</text>",
            upper.saturating_sub(10),
            language.of(*title)
        );
        for (at, number) in [(upper, most), (lower, 0)] {
            let _ = write!(
                html,
                "<path class=\"axis\" d=\"M{LEFT} {at}H{end}\"/><text x=\"{edge}\" y=\"{}\" text-anchor=\"end\">{}</text>",
                at.saturating_add(4),
                grouped(number)
            );
            if most == 0 {
                break;
            }
        }
        for (place, (month, tally)) in months.shown.iter().enumerate() {
            let high = scaled(of(tally), most, HIGH);
            if high > 0 {
                let _ = write!(
                    html,
                    "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{high}\"><title>{}</title></rect>",
                    frame.left(place).saturating_add(3),
                    lower.saturating_sub(high),
                    frame.pitch.saturating_sub(6),
                    said(*month, of(tally), language),
                );
            }
        }
    }
}

impl Frame {
    fn left(&self, place: usize) -> u64 {
        LEFT.saturating_add(self.pitch.saturating_mul(place as u64))
    }
}

fn said(month: Month, rows: u64, language: Language) -> String {
    let month = month.names(language).join(" ");
    filled(
        language,
        words::OF_ONE,
        [("name", month), ("rows", grouped(rows))],
    )
}

/// The names of the months, and the year where it begins.
fn names(html: &mut String, months: &Months, frame: &Frame, top: u64, language: Language) {
    for (place, (month, _)) in months.shown.iter().enumerate() {
        let [name, year] = month.names(language);
        let middle = frame.left(place).saturating_add(frame.pitch / 2);
        let _ = write!(
            html,
            "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{name}</text>",
            top.saturating_add(16)
        );
        if place == 0 || month.begins_a_year() {
            let _ = write!(
                html,
                "<text class=\"name\" x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{year}</text>",
                top.saturating_add(33)
            );
        }
    }
}
