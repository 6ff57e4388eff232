//! Kotlin and Java binding of bosoto: conversion only, no rule.
//!
//! What crosses the border is texts, whole numbers and handles, so plain that another generator can take the place of
//! this one. The Maven project in `jvm/` gives it its idiom; the types of the contract are generated there.

mod bytes;
mod call;
mod case;
mod cases;
mod failure;
mod fault;
mod given;
mod log;
mod policy;

uniffi::setup_scaffolding!("bosoto");
