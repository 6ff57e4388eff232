//! The machinery: whatever holds for every lifecycle, and nothing of any one of them.

mod actions;
mod case;
mod command;
mod decide;
mod decision;
mod diagram;
mod envelope;
mod event;
mod machine;
mod merge;
mod obligations;
mod replay;
mod table;
mod view;

pub use actions::{Action, actions};
pub use case::{Case, Span, Tenure};
pub use command::{CommandSet, Joined, Kind, Nothing, read_command};
pub use decide::{decide, evolve};
pub use decision::{
    Accepted, Decision, Faults, Moment, Reason, ReasonKind, Rejected, Warning, Warnings,
};
pub use diagram::Diagram;
pub use envelope::{COMMAND_ID_CHARS, CommandId, Envelope};
pub use event::{Event, EventId, Key};
pub use machine::{Machine, MachineCommand, MachineGuard, MachineState, MachineWho, machine};
pub use merge::{Conflict, Merged, merge};
pub use obligations::{flags, obligations};
pub use replay::{Replay, replay};
pub use table::{
    Context, Guard, Input, Lifecycle, MakeEffects, Outcome, Permitted, Relation, Row, State, Who,
};
pub(crate) use table::{optional, required};
pub use view::{Disclosure, View, Withheld, document, view};
