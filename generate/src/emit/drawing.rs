//! A lifecycle drawn as SVG, in one column: readable on a phone, and nothing can overlap.
//!
//! The states stand one below the other in the order of the contract, each with the commands that stay in
//! it. An arrow to the next state goes straight down, its label beside it. Every other state that is
//! reached has a lane on the right: what leads there leaves its box under its label and joins the lane.

use std::fmt::Write as _;

use bosoto::lifecycle::{Machine, MachineState, MachineStep, NEW};

const FONTS: &str =
    "Sarabun, 'Noto Sans Thai', Laksaman, 'Leelawadee UI', Thonburi, Tahoma, sans-serif";
const FONT_SIZE: f64 = 14.0;
/// The width of a letter, on the average, with room to spare.
const LETTER: f64 = 8.4;
/// Marks above and below a consonant need room.
const LINE: f64 = 21.0;
/// From the top of a line to its baseline.
const BASELINE: f64 = 15.0;
/// Around the text of a box and between a label and its line.
const PADDING: f64 = 12.0;
/// Under the rule between a state and what stays in it.
const RULE: f64 = 5.0;
const MARGIN: f64 = 16.0;
/// Between two lanes.
const LANE: f64 = 22.0;
/// From an arrow's tail to its head, where it has no label.
const GAP: f64 = 28.0;
/// The radius of the point at which a case begins.
const START: f64 = 8.0;
/// One for each lane, so that the eye can follow it.
const COLOURS: [&str; 6] = [
    "#1f4e9e", "#9e3a1f", "#1f7a4e", "#7a1f7a", "#7a5c00", "#00697a",
];

/// The drawing of a lifecycle.
pub fn draw(machine: &Machine) -> String {
    let boxes = boxes(machine);
    let lanes: Vec<&str> = lanes(&boxes);
    let columns = Columns::of(&boxes);
    let mut drawing = Drawing::new(columns);
    let entries = drawing.column(&boxes, &lanes);
    drawing.lanes(&lanes, &entries);
    drawing.finish(machine, lanes.len())
}

/// An arrow to another state, with the commands that take it.
struct Arrow {
    to: &'static str,
    lines: Vec<String>,
}

/// A state, or the point at which a case begins, with everything that leaves it.
struct Placed<'a> {
    /// Nothing for the point.
    state: Option<&'a MachineState>,
    /// The commands that stay.
    stays: Vec<String>,
    /// What leads to the next in the column.
    down: Option<Arrow>,
    /// What leads elsewhere.
    aside: Vec<Arrow>,
    /// Whether something comes from a lane.
    entered: bool,
}

impl Placed<'_> {
    fn name(&self) -> &'static str {
        self.state.map_or(NEW, |state| state.name)
    }

    /// Title, name and what stays.
    fn lines(&self) -> Vec<&str> {
        let state = self.state.into_iter();
        let named = state.flat_map(|state| [state.title.th(), state.name]);
        named.chain(self.stays.iter().map(String::as_str)).collect()
    }

    /// The height of its box.
    fn height(&self) -> f64 {
        if self.state.is_none() {
            return 2.0 * START;
        }
        let entry = if self.entered { LINE } else { 0.0 };
        let exits: f64 = self.aside.iter().map(|arrow| height(&arrow.lines)).sum();
        let rule = if self.stays.is_empty() { 0.0 } else { RULE };
        let text = self.lines().len() as f64 * LINE + rule;
        text.max(entry + exits) + 2.0 * PADDING
    }
}

fn boxes(machine: &Machine) -> Vec<Placed<'_>> {
    let names: Vec<&str> = std::iter::once(NEW)
        .chain(machine.states.iter().map(|state| state.name))
        .collect();
    let states = std::iter::once(None).chain(machine.states.iter().map(Some));
    let mut boxes: Vec<Placed<'_>> = states
        .zip(names.iter().skip(1).map(Some).chain([None]))
        .map(|(state, next)| placed(machine, state, next.copied()))
        .collect();
    let reached = lanes(&boxes);
    for one in &mut boxes {
        one.entered = reached.contains(&one.name());
    }
    boxes
}

fn placed<'a>(
    machine: &'a Machine,
    state: Option<&'a MachineState>,
    next: Option<&str>,
) -> Placed<'a> {
    let own = state.map_or(NEW, |state| state.name);
    let mut placed = Placed {
        state,
        stays: Vec::new(),
        down: None,
        aside: Vec::new(),
        entered: false,
    };
    for step in machine.steps().filter(|step| step.from == own) {
        let MachineStep { to, .. } = step;
        let caption = step.caption();
        if to == own {
            placed.stays.push(caption);
        } else if let Some(arrow) = known(&mut placed, to) {
            arrow.lines.push(caption);
        } else {
            let lines = vec![caption];
            let arrow = Arrow { to, lines };
            if next == Some(to) {
                placed.down = Some(arrow);
            } else {
                placed.aside.push(arrow);
            }
        }
    }
    placed
}

fn known<'a>(placed: &'a mut Placed<'_>, to: &str) -> Option<&'a mut Arrow> {
    let arrows = placed.down.iter_mut().chain(&mut placed.aside);
    arrows.into_iter().find(|arrow| arrow.to == to)
}

/// The states that something leads to from elsewhere than right above, in the order of the column.
fn lanes(boxes: &[Placed<'_>]) -> Vec<&'static str> {
    let aside = |name| {
        let mut arrows = boxes.iter().flat_map(|one| &one.aside);
        arrows.any(|arrow| arrow.to == name)
    };
    let names = boxes.iter().map(Placed::name);
    names.filter(|name| aside(*name)).collect()
}

fn width<S: AsRef<str>>(lines: &[S]) -> f64 {
    let letters = lines.iter().map(|line| letters(line.as_ref()));
    letters.max().unwrap_or(0) as f64 * LETTER
}

/// The height of a label with the line under it.
fn height(lines: &[String]) -> f64 {
    lines.len() as f64 * LINE + PADDING
}

/// Characters that take room: the marks above and below a Thai consonant do not.
fn letters(line: &str) -> usize {
    let is_mark = |c: char| matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
    line.chars().filter(|c| !is_mark(*c)).count()
}

/// Where boxes end and lanes begin.
#[derive(Clone, Copy)]
struct Columns {
    boxes: f64,
    lanes: f64,
}

impl Columns {
    fn of(boxes: &[Placed<'_>]) -> Self {
        let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
        let inner = widest(&mut boxes.iter().map(|one| width(&one.lines())));
        let wide = inner + 2.0 * PADDING;
        let down = boxes.iter().filter_map(|one| one.down.as_ref());
        let below = widest(&mut down.map(|arrow| width(&arrow.lines)));
        let aside = boxes.iter().flat_map(|one| &one.aside);
        let beside = widest(&mut aside.map(|arrow| width(&arrow.lines)));
        let (below, beside) = (wide / 2.0 + below, wide + beside);
        Self {
            boxes: wide,
            lanes: below.max(beside) + 2.0 * PADDING,
        }
    }

    fn lane(self, lane: usize) -> f64 {
        self.lanes + lane as f64 * LANE
    }
}

/// Where something leaves for a lane, or enters from it.
#[derive(Clone, Copy)]
struct Turn {
    lane: usize,
    y: f64,
    enters: bool,
}

struct Drawing {
    columns: Columns,
    /// How far down it is drawn.
    y: f64,
    out: String,
}

impl Drawing {
    fn new(columns: Columns) -> Self {
        Self {
            columns,
            y: 0.0,
            out: String::new(),
        }
    }

    /// The boxes with what leaves them; where the lanes are joined and left.
    fn column(&mut self, boxes: &[Placed<'_>], lanes: &[&str]) -> Vec<Turn> {
        let lane = |name: &str| lanes.iter().position(|known| *known == name);
        let mut turns = Vec::new();
        for one in boxes {
            let mut y = self.y + PADDING;
            if let Some(lane) = lane(one.name()) {
                y += LINE;
                turns.push(Turn {
                    lane,
                    y: y - LINE / 2.0,
                    enters: true,
                });
            }
            for arrow in &one.aside {
                let (x, top) = (self.columns.boxes + PADDING, y + PADDING / 2.0);
                self.label(x, top, &arrow.lines);
                y += height(&arrow.lines);
                turns.extend(lane(arrow.to).map(|lane| Turn {
                    lane,
                    y,
                    enters: false,
                }));
            }
            self.state(one);
            self.down(one.down.as_ref());
        }
        turns
    }

    fn state(&mut self, one: &Placed<'_>) {
        let (wide, high, top) = (self.columns.boxes, one.height(), self.y);
        self.y += high;
        let Some(state) = one.state else {
            let (middle, y) = (wide / 2.0, top + START);
            let _ = writeln!(
                self.out,
                "<circle cx=\"{middle:.1}\" cy=\"{y:.1}\" r=\"{START}\" fill=\"#112\"/>"
            );
            return;
        };
        self.frame(0.0, top, wide, high, "#eef3fa");
        if state.r#final {
            self.frame(3.0, top + 3.0, wide - 6.0, high - 6.0, "none");
        }
        let mut y = top + PADDING;
        for (line, look) in [
            (state.title.th(), " font-weight=\"bold\""),
            (state.name, " fill=\"#557\" font-size=\"12\""),
        ] {
            self.centred(y, line, look);
            y += LINE;
        }
        if !one.stays.is_empty() {
            let (from, to) = (PADDING, wide - PADDING);
            self.line(&format!("M{from:.1} {y:.1}H{to:.1}"), "#99a");
            y += RULE;
        }
        for line in &one.stays {
            self.centred(y, line, "");
            y += LINE;
        }
    }

    fn frame(&mut self, x: f64, y: f64, wide: f64, high: f64, fill: &str) {
        let _ = writeln!(
            self.out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" rx=\"8\" \
             fill=\"{fill}\" stroke=\"#335\"/>"
        );
    }

    /// The arrow to the next box, and the room between the two.
    fn down(&mut self, arrow: Option<&Arrow>) {
        let (from, x) = (self.y, self.columns.boxes / 2.0);
        let lines = arrow.map_or(&[][..], |arrow| arrow.lines.as_slice());
        self.y += GAP + lines.len() as f64 * LINE;
        if arrow.is_some() {
            self.line(&format!("M{x:.1} {from:.1}V{:.1}", self.y), "#335");
            self.fill(&format!("M{x:.1} {:.1}l-4 -10h8z", self.y), "#335");
            self.label(x + PADDING, from + GAP / 2.0 - 2.0, lines);
        }
    }

    /// Each lane from the first to the last turn, with what joins it and the arrow into its state.
    fn lanes(&mut self, lanes: &[&str], turns: &[Turn]) {
        for (lane, colour) in (0..lanes.len()).zip(COLOURS.iter().cycle()) {
            let own: Vec<&Turn> = turns.iter().filter(|turn| turn.lane == lane).collect();
            let (x, edge) = (self.columns.lane(lane), self.columns.boxes);
            let top = own.iter().map(|turn| turn.y).fold(f64::MAX, f64::min);
            let bottom = own.iter().map(|turn| turn.y).fold(0.0, f64::max);
            self.line(&format!("M{x:.1} {top:.1}V{bottom:.1}"), colour);
            for Turn { y, enters, .. } in own {
                if *enters {
                    self.line(&format!("M{x:.1} {y:.1}H{edge:.1}"), colour);
                    self.fill(&format!("M{edge:.1} {y:.1}l10 -4v8z"), colour);
                } else {
                    self.line(&format!("M{edge:.1} {y:.1}H{x:.1}"), colour);
                    let _ = writeln!(
                        self.out,
                        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>"
                    );
                }
            }
        }
    }

    fn line(&mut self, path: &str, colour: &str) {
        let _ = writeln!(
            self.out,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.4\"/>"
        );
    }

    fn fill(&mut self, path: &str, colour: &str) {
        let _ = writeln!(self.out, "<path d=\"{path}\" fill=\"{colour}\"/>");
    }

    fn label(&mut self, x: f64, top: f64, lines: &[String]) {
        let mut y = top;
        for line in lines {
            self.text(x, y, line, "");
            y += LINE;
        }
    }

    /// A line in the middle of the boxes.
    fn centred(&mut self, top: f64, line: &str, look: &str) {
        let look = format!(" text-anchor=\"middle\"{look}");
        self.text(self.columns.boxes / 2.0, top, line, &look);
    }

    fn text(&mut self, x: f64, top: f64, line: &str, look: &str) {
        let (y, line) = (top + BASELINE, escape(line));
        let _ = writeln!(
            self.out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\"{look}>{line}</text>"
        );
    }

    fn finish(self, machine: &Machine, lanes: usize) -> String {
        let wide = self.columns.lane(lanes) + 2.0 * MARGIN;
        let high = self.y - GAP + 2.0 * MARGIN;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"th\" role=\"img\" \
             viewBox=\"-{MARGIN} -{MARGIN} {wide:.0} {high:.0}\" width=\"{wide:.0}\" height=\"{high:.0}\" \
             font-family=\"{FONTS}\" font-size=\"{FONT_SIZE}\">\n\
             <!-- Generated by `cargo run -p bosoto-generate`; do not edit. -->\n\
             <title>{}</title>\n\
             <rect x=\"-{MARGIN}\" y=\"-{MARGIN}\" width=\"{wide:.0}\" height=\"{high:.0}\" fill=\"#fff\"/>\n\
             <g fill=\"#112\">\n{}</g>\n</svg>\n",
            escape(machine.title.th()),
            self.out
        )
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use bosoto::any;

    use super::*;

    #[test]
    fn every_state_and_every_arrow_is_drawn_with_its_label() {
        for lifecycle in any::ALL {
            let machine = lifecycle.machine();
            let svg = draw(&machine);
            for state in &machine.states {
                let title = format!(">{}</text>", escape(state.title.th()));
                assert!(svg.contains(&title), "{title}");
            }
            for step in machine.steps() {
                let label = format!(">{}</text>", escape(&step.caption()));
                assert!(svg.contains(&label), "{label}");
            }
            let labels = svg.matches("</text>").count();
            let lines = machine.steps().count() + 2 * machine.states.len();
            assert_eq!(labels, lines, "{}", machine.lifecycle);
        }
    }

    #[test]
    fn nothing_is_wider_than_the_room_for_it() {
        for lifecycle in any::ALL {
            let machine = lifecycle.machine();
            let boxes = boxes(&machine);
            let columns = Columns::of(&boxes);
            for one in &boxes {
                assert!(width(&one.lines()) + 2.0 * PADDING <= columns.boxes);
                for arrow in &one.aside {
                    assert!(columns.boxes + PADDING + width(&arrow.lines) < columns.lanes);
                }
                let down = one.down.as_ref().map_or(0.0, |arrow| width(&arrow.lines));
                assert!(columns.boxes / 2.0 + PADDING + down < columns.lanes);
            }
        }
    }
}
