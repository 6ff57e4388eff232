//! Any text as a date or an instant.
#![no_main]

use bosoto::calendar::{Instant, Style, format, parse_compact, parse_date, parse_thai};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(date) = parse_date(text) {
        assert_eq!(format(date, Style::Iso).to_string(), text);
        assert_eq!(parse_thai(text), Ok(date));
    }
    if let Ok(date) = parse_compact(text) {
        assert_eq!(format(date, Style::Iso).to_string().replace('-', ""), text);
    }
    if let Ok(date) = parse_thai(text) {
        for style in [Style::Iso, Style::ThaiAbbreviated] {
            let written = format(date, style).to_string();
            assert_eq!(parse_thai(&written), Ok(date), "{written}");
        }
    }
    if let Ok(instant) = Instant::parse(text) {
        assert_eq!(Instant::parse(&instant.to_string()), Ok(instant));
        assert!(Instant::at_midnight(instant.date()) <= instant);
    }
});
