//! An SVG canvas for `layout-rs`: fonts that have Thai, lines high enough for its marks, and a
//! drawing as large as what is drawn.
//!
//! The layout takes a character to be as wide as it is high, a mark above or below a consonant too. So it
//! is given a stand-in for each label that has the size of the label, and the label is drawn in its place.

use std::collections::HashMap;
use std::fmt::Write as _;

use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry::Point;
use layout::core::style::StyleAttr;
use layout::gv::{DotParser, GraphBuilder};

const FONTS: &str =
    "Sarabun, Laksaman, 'Noto Sans Thai', 'Leelawadee UI', Thonburi, Tahoma, sans-serif";
const FONT_SIZE: f64 = 14.0;
const LINE: f64 = 14.5;
/// Marks above and below a consonant need room.
const THAI_LINE: f64 = 19.0;
/// The width of a letter, on the average, in heights.
const LETTER: f64 = 0.6;
const MARGIN: f64 = 12.0;
/// What stands where a case is not there yet; the DOT text draws a point.
const START: (&str, &str) = ("new", "เริ่ม");

/// The drawing of a DOT text.
///
/// # Errors
///
/// What the parser has to say of a text that is no DOT.
pub fn draw(dot: &str) -> Result<String, String> {
    let (sized, labels) = stand_ins(dot);
    let graph = DotParser::new(&sized).process()?;
    let mut builder = GraphBuilder::new();
    builder.visit_graph(&graph);
    let mut canvas = Canvas {
        labels,
        ..Canvas::default()
    };
    builder.get().do_it(false, false, false, &mut canvas);
    Ok(canvas.finish())
}

/// The DOT text with a stand-in for each label, and the label of each stand-in.
fn stand_ins(dot: &str) -> (String, HashMap<String, String>) {
    const OPENS: &str = "label=\"";
    let mut labels = HashMap::from([(START.0.to_owned(), START.1.to_owned())]);
    let mut sized = String::with_capacity(dot.len());
    let mut rest = dot;
    while let Some((before, after)) = rest.split_once(OPENS) {
        let Some((label, tail)) = after.split_once('"') else {
            break;
        };
        let label = label.replace("\\n", "\n");
        let stand_in = stand_in(&label, labels.len());
        let _ = write!(sized, "{before}{OPENS}{}\"", stand_in.replace('\n', "\\n"));
        labels.insert(stand_in, label);
        rest = tail;
    }
    sized.push_str(rest);
    (sized, labels)
}

/// As many characters and lines, of the layout's, as the label takes room; told from others by a number.
fn stand_in(label: &str, number: usize) -> String {
    let (widest, high) = size(label);
    let width = (widest / FONT_SIZE + 1.0).ceil() as usize;
    let lines = (high / FONT_SIZE).ceil() as usize;
    let mut text = format!("{number:x<width$}");
    text.push_str(&"\nx".repeat(lines.saturating_sub(1)));
    text
}

/// How wide and how high a label is drawn.
fn size(label: &str) -> (f64, f64) {
    let widest = label.lines().map(letters).max().unwrap_or(0) as f64;
    let high = label.lines().map(height).sum();
    (widest * FONT_SIZE * LETTER, high)
}

struct Canvas {
    /// The label of each stand-in.
    labels: HashMap<String, String>,
    shapes: String,
    /// Drawn last: where a line crosses a label, the label is read.
    texts: String,
    from: Point,
    to: Point,
}

impl Default for Canvas {
    fn default() -> Self {
        Self {
            labels: HashMap::new(),
            shapes: String::new(),
            texts: String::new(),
            from: Point::new(f64::MAX, f64::MAX),
            to: Point::zero(),
        }
    }
}

impl Canvas {
    fn cover(&mut self, from: Point, to: Point) {
        self.from = Point::new(self.from.x.min(from.x), self.from.y.min(from.y));
        self.to = Point::new(self.to.x.max(to.x), self.to.y.max(to.y));
    }

    fn finish(self) -> String {
        let (x, y) = (self.from.x - MARGIN, self.from.y - MARGIN);
        let (width, height) = (self.to.x + MARGIN - x, self.to.y + MARGIN - y);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{x} {y} {width} {height}\" \
             width=\"{width}\" height=\"{height}\" font-family=\"{FONTS}\" font-size=\"{FONT_SIZE}\" \
             text-anchor=\"middle\" fill=\"none\" stroke=\"none\">\n\
             <defs><marker id=\"head\" markerWidth=\"10\" markerHeight=\"8\" refX=\"9\" refY=\"4\" \
             orient=\"auto-start-reverse\"><path d=\"M0 0L10 4L0 8z\" fill=\"#444\"/></marker></defs>\n\
             <rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n\
             {}<g fill=\"#111\" paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"4\" \
             stroke-linejoin=\"round\">\n{}</g>\n</svg>\n",
            self.shapes, self.texts
        )
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn height(line: &str) -> f64 {
    let is_thai = |c: char| matches!(c, '\u{e00}'..='\u{e7f}');
    if line.contains(is_thai) {
        THAI_LINE
    } else {
        LINE
    }
}

/// Characters that take room: the marks above and below a Thai consonant do not.
fn letters(line: &str) -> usize {
    let is_mark = |c: char| matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
    line.chars().filter(|c| !is_mark(*c)).count()
}

/// The head of an arrow. An arrow against the layout's direction has its head at its start.
fn marker(place: &str, there: bool) -> String {
    if there {
        format!(" marker-{place}=\"url(#head)\"")
    } else {
        String::new()
    }
}

impl RenderBackend for Canvas {
    fn draw_rect(
        &mut self,
        xy: Point,
        size: Point,
        look: &StyleAttr,
        _: Option<String>,
        _: Option<ClipHandle>,
    ) {
        self.cover(xy, xy.add(size));
        let _ = writeln!(
            self.shapes,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"#f4f7fb\" \
             stroke=\"#335\" stroke-width=\"{}\"/>",
            xy.x, xy.y, size.x, size.y, look.line_width
        );
    }

    fn draw_line(&mut self, start: Point, stop: Point, look: &StyleAttr, _: Option<String>) {
        self.cover(start, stop);
        let _ = writeln!(
            self.shapes,
            "<path d=\"M{} {}L{} {}\" stroke=\"#335\" stroke-width=\"{}\"/>",
            start.x, start.y, stop.x, stop.y, look.line_width
        );
    }

    fn draw_circle(&mut self, xy: Point, size: Point, _: &StyleAttr, _: Option<String>) {
        let half = size.scale(0.5);
        self.cover(xy.sub(half), xy.add(half));
        let _ = writeln!(
            self.shapes,
            "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" fill=\"#f4f7fb\" stroke=\"#335\"/>",
            xy.x, xy.y, half.x, half.y
        );
    }

    fn draw_text(&mut self, xy: Point, text: &str, _: &StyleAttr) {
        let text = self
            .labels
            .get(text)
            .cloned()
            .unwrap_or_else(|| text.to_owned());
        let (wide, high) = size(&text);
        let half = Point::new(wide / 2.0, high / 2.0);
        self.cover(xy.sub(half), xy.add(half));
        let mut baseline = xy.y - half.y - FONT_SIZE * 0.25;
        for line in text.lines() {
            baseline += height(line);
            let line = escape(line);
            let _ = writeln!(
                self.texts,
                "<text x=\"{}\" y=\"{baseline}\">{line}</text>",
                xy.x
            );
        }
    }

    fn draw_arrow(
        &mut self,
        path: &[(Point, Point)],
        _: bool,
        (at_start, at_end): (bool, bool),
        look: &StyleAttr,
        _: Option<String>,
        text: &str,
    ) {
        let mut points = path.iter();
        let Some((start, leave)) = points.next() else {
            return;
        };
        let mut line = format!("M{} {}", start.x, start.y);
        let mut command = format!("C{} {} ", leave.x, leave.y);
        for (control, point) in points {
            self.cover(*point, *point);
            let _ = write!(
                line,
                "{command}{} {} {} {}",
                control.x, control.y, point.x, point.y
            );
            command = "S".to_owned();
        }
        let _ = writeln!(
            self.shapes,
            "<path d=\"{line}\" stroke=\"#444\"{}{}/>",
            marker("start", at_start),
            marker("end", at_end),
        );
        if let Some((_, middle)) = path.get(path.len() / 2).filter(|_| !text.is_empty()) {
            let between = start.add(*middle).scale(0.5);
            self.draw_text(between, text, look);
        }
    }

    fn create_clip(&mut self, _: Point, _: Point, _: usize) -> ClipHandle {
        0
    }
}
