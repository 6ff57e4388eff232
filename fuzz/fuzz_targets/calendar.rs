//! Any text as a date or an instant.
#![no_main]

use bosoto::calendar::{Date, Instant, Style};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(date) = Date::parse(text) {
        assert_eq!(date.format(Style::Iso).to_string(), text);
        assert_eq!(Date::parse_thai(text), Ok(date));
    }
    if let Ok(date) = Date::parse_compact(text) {
        assert_eq!(date.format(Style::Iso).to_string().replace('-', ""), text);
    }
    if let Ok(date) = Date::parse_thai(text) {
        for style in Style::ALL {
            let written = date.format(style).to_string();
            assert_eq!(Date::parse_thai(&written), Ok(date), "{written}");
        }
    }
    if let Ok(instant) = Instant::parse(text) {
        assert_eq!(Instant::parse(&instant.to_string()), Ok(instant));
        assert!(Instant::at_midnight(instant.date()) <= instant);
    }
});
