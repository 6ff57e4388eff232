//! Examples of bosoto.
