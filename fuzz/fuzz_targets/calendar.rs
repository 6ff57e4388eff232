//! Any text as a date or an instant.
#![no_main]

use bosoto::calendar::{CalendarError, Date, Instant, Style};
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
        for style in [Style::Iso, Style::ThaiAbbreviated] {
            let written = date.format(style).to_string();
            // A Thai date whose year is below 2400 may be of either era and is refused (TM-6).
            let ambiguous =
                style != Style::Iso && Date::parse("1857-01-01").is_ok_and(|first| date < first);
            let read = if ambiguous {
                Err(CalendarError::CommonYear)
            } else {
                Ok(date)
            };
            assert_eq!(Date::parse_thai(&written), read, "{written}");
        }
    }
    if let Ok(instant) = Instant::parse(text) {
        assert_eq!(Instant::parse(&instant.to_string()), Ok(instant));
        assert!(Instant::at_midnight(instant.date()) <= instant);
    }
});
