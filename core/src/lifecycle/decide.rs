//! `decide`: all judgement, no change. `evolve`: all change, no judgement.

use super::case::Case;
use super::command::{CommandSet, Kind};
use super::decision::{Accepted, Decision, Faults, Reason, ReasonKind, Rejected, Warnings};
use super::envelope::Envelope;
use super::event::Event;
use super::table::{Context, Guard, Lifecycle, Outcome, Permitted, Relation, State};
use crate::base::calendar::Date;
use crate::base::text::{Arg, Message, Text};
use crate::policy::Policy;
use crate::wire::{ErrorCode, WireError};

/// Judges a command.
///
/// First the state, then who: `wrong_state` and `not_permitted` stand alone. Otherwise every guard
/// that fails and every value that a rule refuses is a reason.
///
/// # Errors
///
/// [`ErrorCode::CommandIdReused`] where the `command_id` was accepted with another command or actor
/// (GE-03).
pub fn decide<L: Lifecycle>(
    case: Option<&Case<L>>,
    envelope: &Envelope<L::Command>,
    policy: &Policy,
) -> Result<Decision<L>, WireError> {
    if let Some(first) = repeated(case, envelope, policy)? {
        return Ok(Decision::Accepted(Box::new(first)));
    }
    let context = Context::of(case, envelope, policy);
    Ok(match judge(&context, &envelope.command) {
        Ok(late) => Decision::Accepted(Box::new(accept(&context, Event::of(envelope), late))),
        Err(reasons) => Decision::Rejected(Rejected {
            state: case.map(Case::state),
            reasons,
            profile: context.profile,
        }),
    })
}

/// Applies an event to a case, or makes the case of a creating event.
///
/// Nothing is judged: whether an event of unknown origin fits is for
/// [`replay`](super::replay::replay). Without a case, an event that creates none gives `None`.
pub fn evolve<L: Lifecycle>(case: Option<Case<L>>, event: Event<L>) -> Option<Case<L>> {
    match case {
        Some(mut case) => {
            case.apply(event);
            Some(case)
        }
        None => Case::create(event),
    }
}

impl<'a, L: Lifecycle> Context<'a, L> {
    fn of(
        case: Option<&'a Case<L>>,
        envelope: &'a Envelope<L::Command>,
        policy: &'a Policy,
    ) -> Self {
        let today = envelope.at.date();
        Self {
            row: L::row(envelope.command.kind()),
            case,
            at: envelope.at,
            recorded_at: envelope.recorded_at.unwrap_or(envelope.at),
            today,
            actor: &envelope.actor,
            coordinated: envelope.coordinated,
            command: Some(&envelope.command),
            policy,
            profile: policy.profile_on(today),
        }
    }

    /// The date of the fact that the command records, if it records one.
    fn recorded_on(&self) -> Option<Date> {
        self.command
            .filter(|_| self.row.kind.records_fact())
            .and_then(CommandSet::act_date)
    }

    pub(crate) fn of_event(
        case: Option<&'a Case<L>>,
        event: &'a Event<L>,
        policy: &'a Policy,
    ) -> Self {
        let today = event.at.date();
        Self {
            row: L::row(event.command.kind()),
            case,
            at: event.at,
            recorded_at: event.recorded_at(),
            today,
            actor: &event.actor,
            coordinated: event.coordinated,
            command: Some(&event.command),
            policy,
            profile: policy.profile_on(today),
        }
    }
}

/// The first decision, where the command was accepted before (GE-03).
fn repeated<L: Lifecycle>(
    case: Option<&Case<L>>,
    envelope: &Envelope<L::Command>,
    policy: &Policy,
) -> Result<Option<Accepted<L>>, WireError> {
    let found = case.zip(envelope.command_id.as_ref());
    let Some((case, (count, event))) =
        found.and_then(|(case, id)| case.accepted(id).map(|event| (case, event)))
    else {
        return Ok(None);
    };
    if event.command != envelope.command || *event.actor != envelope.actor {
        return Err(WireError::new(
            ErrorCode::CommandIdReused,
            "/command_id",
            REUSED,
        ));
    }
    let before = case.before(count);
    let context = Context::of_event(before.as_ref(), event, policy);
    let late = matches!(state_allows(&context), Ok(true));
    let mut first = accept(&context, event.clone(), late);
    first.repeated = true;
    Ok(Some(first))
}

/// Whether the command is accepted, and if so whether only as a late fact (GE-01).
fn judge<L: Lifecycle>(
    context: &Context<'_, L>,
    command: &L::Command,
) -> Result<bool, Vec<Reason>> {
    let late = state_allows(context).map_err(|reason| vec![*reason])?;
    permission(context, late).map_err(|reason| vec![*reason])?;
    let mut reasons = failing_guards(context);
    let mut faults = Faults::all(context.row.rule);
    (context.row.check)(context, command, &mut faults);
    reasons.extend(faults.into_reasons());
    if reasons.is_empty() {
        Ok(late)
    } else {
        Err(reasons)
    }
}

/// Whether the case's state allows the row: `Ok(true)` where only GE-01 does.
pub(crate) fn state_allows<L: Lifecycle>(context: &Context<'_, L>) -> Result<bool, Box<Reason>> {
    let row = context.row;
    let Some(case) = context.case else {
        return if row.from.is_empty() {
            Ok(false)
        } else {
            Err(Box::new(wrong_state(context)))
        };
    };
    if row.from.contains(&case.state()) {
        return Ok(false);
    }
    match context.recorded_on() {
        Some(date) if case.was_in(row.from, date) => Ok(true),
        _ => Err(Box::new(wrong_state(context))),
    }
}

fn wrong_state<L: Lifecycle>(context: &Context<'_, L>) -> Reason {
    let titles =
        |states: &[L::State]| Arg::List(states.iter().map(|state| state.title()).collect());
    let message = match (context.case, context.row.from) {
        (Some(case), []) => Message::new(EXISTS, [("state", Arg::Text(case.state().title()))]),
        (None, from) => Message::new(NO_CASE, [("from", titles(from))]),
        (Some(case), from) => Message::new(
            OTHER_STATE,
            [
                ("state", Arg::Text(case.state().title())),
                ("from", titles(from)),
            ],
        ),
    };
    Reason::new(context.row.rule, ReasonKind::WrongState, message)
}

/// AD-08: the actor stands in one of the row's relations, or had the case on the date recorded; a
/// late fact is for those who had it then (GE-01).
pub(crate) fn permission<L: Lifecycle>(
    context: &Context<'_, L>,
    late: bool,
) -> Result<(), Box<Reason>> {
    let role = context.actor.role;
    let mut may = context
        .row
        .who
        .iter()
        .filter(|who| who.roles.contains(&role));
    let allowed = may.any(|who| {
        let stands = || who.relation == Relation::Any || L::stands(who.relation, context);
        had_it(context) || (!late && stands())
    });
    if allowed {
        Ok(())
    } else {
        Err(Box::new(not_permitted(context)))
    }
}

/// Whether the actor's organisation had the case on the date that the command records.
fn had_it<L: Lifecycle>(context: &Context<'_, L>) -> bool {
    let recorded_on = context.recorded_on();
    let known = context.case.zip(recorded_on);
    known.is_some_and(|(case, date)| case.had_on(context.actor, date))
}

fn not_permitted<L: Lifecycle>(context: &Context<'_, L>) -> Reason {
    let who = Permitted(context.row.who);
    let text = if who.may_be_person() {
        OTHER_PERSON
    } else if who.has(context.actor.role) {
        OTHER_ORGANISATION
    } else {
        OTHER_ROLE
    };
    Reason {
        permitted: Some(who).filter(|who| !who.may_be_person()),
        ..Reason::new(
            "AD-08",
            ReasonKind::NotPermitted,
            Message::new(text, [("who", Arg::Permitted(who))]),
        )
    }
}

/// Every guard of the row that fails, in its order.
pub(crate) fn failing_guards<L: Lifecycle>(context: &Context<'_, L>) -> Vec<Reason> {
    let Some(data) = context.data() else {
        return Vec::new();
    };
    context
        .row
        .guards
        .iter()
        .filter_map(|guard| guard.reason((guard.check)(context, data)))
        .collect()
}

impl<L: Lifecycle> Guard<L> {
    pub(crate) fn reason(&self, outcome: Outcome) -> Option<Reason> {
        let fails = |args| {
            let message = Message {
                text: self.refusal,
                args,
            };
            Some(Reason::new(self.rule, self.kind, message))
        };
        match outcome {
            Outcome::Holds => None,
            Outcome::Fails(args) | Outcome::Never(args) => fails(args),
            Outcome::Until(from, args) => Some(Reason {
                message: Message {
                    text: self.refusal,
                    args: args.with("from", from.arg()),
                },
                ..Reason::until(self.rule, from, self.refusal)
            }),
        }
    }
}

fn accept<L: Lifecycle>(context: &Context<'_, L>, event: Event<L>, late: bool) -> Accepted<L> {
    let row = context.row;
    let mut warnings = Warnings::default();
    if let Some(last) = context.case.and_then(|case| case.log().last())
        && event.at < last.at
    {
        let args = [("last", Arg::Instant(last.at))];
        warnings.add("TM-1", Message::new(CLOCK, args));
    }
    if late {
        warnings.add(row.rule, LATE);
    }
    (row.advise)(context, &event.command, &mut warnings);
    let effects = (row.make_effects)(context.data(), &event, context.policy);
    Accepted {
        state: state_after(context, &event),
        event,
        effects,
        warnings: warnings.into_vec(),
        profile: context.profile,
        repeated: false,
    }
}

/// The state after an accepted event: the table's, or where a row has several, what comes of it.
fn state_after<L: Lifecycle>(context: &Context<'_, L>, event: &Event<L>) -> L::State {
    match (context.row.to, context.case) {
        ([], Some(case)) => case.state(),
        ([_, _, ..], Some(case)) => {
            let mut data = case.data().clone();
            L::apply(&mut data, event);
            L::state(&data)
        }
        (to, _) => to.first().copied().unwrap_or(L::INITIAL),
    }
}

const REUSED: Text = Text {
    th: "command_id นี้ถูกใช้กับคำสั่งหรือผู้ใช้งานอื่นในเคสนี้แล้ว โปรดสร้าง command_id ใหม่",
    en: "this command_id was used in this case for another command or by another actor; make a new one",
};
const CLOCK: Text = Text {
    th: "เวลาที่ระบุเร็วกว่ารายการที่บันทึกล่าสุด ({last}) โปรดตรวจสอบนาฬิกาของเครื่อง",
    en: "the time lies before that of the entry accepted last ({last}); check the clock of the device",
};
const LATE: Text = Text {
    th: "บันทึกย้อนหลังหลังจากสถานะของเคสเปลี่ยนแล้ว ระบบรับข้อมูลไว้โดยไม่เปลี่ยนสถานะ",
    en: "recorded after the case had moved on; the fact is kept and the state stays",
};
const EXISTS: Text = Text {
    th: "มีเคสนี้อยู่แล้ว (สถานะ: {state}) จึงสร้างซ้ำไม่ได้",
    en: "the case exists already (state: {state}) and cannot be created again",
};
const NO_CASE: Text = Text {
    th: "ยังไม่มีเคสนี้ ทำรายการนี้ได้เมื่อเคสมีสถานะ {from}",
    en: "there is no such case yet; this is done in the state {from}",
};
const OTHER_STATE: Text = Text {
    th: "เคสมีสถานะ {state} จึงทำรายการนี้ไม่ได้ ทำได้เมื่อมีสถานะ {from}",
    en: "the case is in the state {state}; this is done in the state {from}",
};
const OTHER_PERSON: Text = Text {
    th: "ผู้ใช้งานไม่มีสิทธิทำรายการนี้ ผู้มีสิทธิ: {who}",
    en: "you may not do this; those who may: {who}",
};
const OTHER_ROLE: Text = Text {
    th: "ผู้ใช้งานไม่มีสิทธิทำรายการนี้ ผู้มีสิทธิ: {who}",
    en: "this role may not do this; those who may: {who}",
};
const OTHER_ORGANISATION: Text = Text {
    th: "หน่วยงานของผู้ใช้งานไม่มีสิทธิทำรายการนี้กับเคสนี้ ผู้มีสิทธิ: {who}",
    en: "your organisation may not do this in this case; those who may: {who}",
};
