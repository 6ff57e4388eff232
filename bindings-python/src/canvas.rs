//! An SVG canvas for `layout-rs`: fonts that have Thai, lines high enough for its marks, and a
//! drawing as large as what is drawn.

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
const MARGIN: f64 = 12.0;

/// The drawing of a DOT text.
///
/// # Errors
///
/// What the parser has to say of a text that is no DOT.
pub fn draw(dot: &str) -> Result<String, String> {
    let graph = DotParser::new(dot).process()?;
    let mut builder = GraphBuilder::new();
    builder.visit_graph(&graph);
    let mut canvas = Canvas::default();
    builder.get().do_it(false, false, false, &mut canvas);
    Ok(canvas.finish())
}

struct Canvas {
    content: String,
    from: Point,
    to: Point,
}

impl Default for Canvas {
    fn default() -> Self {
        Self {
            content: String::new(),
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
             {}</svg>\n",
            self.content
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
            self.content,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"#f4f7fb\" \
             stroke=\"#335\" stroke-width=\"{}\"/>",
            xy.x, xy.y, size.x, size.y, look.line_width
        );
    }

    fn draw_line(&mut self, start: Point, stop: Point, look: &StyleAttr, _: Option<String>) {
        self.cover(start, stop);
        let _ = writeln!(
            self.content,
            "<path d=\"M{} {}L{} {}\" stroke=\"#335\" stroke-width=\"{}\"/>",
            start.x, start.y, stop.x, stop.y, look.line_width
        );
    }

    fn draw_circle(&mut self, xy: Point, size: Point, _: &StyleAttr, _: Option<String>) {
        let half = size.scale(0.5);
        self.cover(xy.sub(half), xy.add(half));
        let _ = writeln!(
            self.content,
            "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" fill=\"#f4f7fb\" stroke=\"#335\"/>",
            xy.x, xy.y, half.x, half.y
        );
    }

    fn draw_text(&mut self, xy: Point, text: &str, _: &StyleAttr) {
        let high: f64 = text.lines().map(height).sum();
        let widest = text.lines().map(letters).max().unwrap_or(0) as f64;
        let half = Point::new(widest * FONT_SIZE * 0.3, high / 2.0);
        self.cover(xy.sub(half), xy.add(half));
        let mut baseline = xy.y - half.y - FONT_SIZE * 0.25;
        for line in text.lines() {
            baseline += height(line);
            let line = escape(line);
            let _ = writeln!(
                self.content,
                "<text x=\"{}\" y=\"{baseline}\" fill=\"#111\">{line}</text>",
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
            self.content,
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
