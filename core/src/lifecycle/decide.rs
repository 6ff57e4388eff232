//! `decide`: all judgement, no change. `evolve`: all change, no judgement.

use super::Lifecycle;
use super::act::Commands;
use super::advice::{Advices, CLOCK, CLOCK_AHEAD, LATE, LATE_NAME};
use super::case::Case;
use super::decision::{Accepted, Decision, Rejected};
use super::envelope::Envelope;
use super::event::{Event, EventId, Key};
use super::now::Now;
use super::reason::{COMMAND, Reason, ReasonKind};
use super::row::Row;
use super::state::State;
use super::who::{Asking, Permitted};
use super::withdraw;
use crate::base::calendar::Date;
use crate::base::fault::{Faults, Finding};
use crate::base::order;
use crate::base::rule::{Applied, applies};
use crate::base::shape::Record;
use crate::base::text::{Arg, Args, Message, Text, text};
use crate::policy::Policy;
use crate::rulebook::access::AD_08;
use crate::rulebook::general::{GE_01, GE_03};
use crate::wire::{self, ErrorCode, WireError};

/// A fact is recorded late by who had the case then; a command that was accepted is not accepted twice;
/// who may do what is asked of one table.
pub(crate) const APPLIES: [Applied; 3] = [applies(&GE_01), applies(&GE_03), applies(&AD_08)];

/// Judges a command.
///
/// First the state, then who: `wrong_state` and `not_permitted` stand alone. Otherwise every guard
/// that fails and every value that a rule refuses is a reason.
///
/// # Errors
///
/// [`ErrorCode::OtherCase`] where the envelope is meant for another case, [`ErrorCode::Malformed`] where a text has
/// a control character other than TAB, LF and CR, [`ErrorCode::WrongLength`] where one is too long,
/// [`ErrorCode::CommandIdReused`] where the `command_id` was accepted with another command or actor (GE-03).
pub fn decide<L: Lifecycle>(
    case: Option<&Case<L>>,
    envelope: &Envelope<L::Command>,
    policy: &Policy,
) -> Result<Decision<L>, WireError> {
    meant_for(case, envelope)?;
    let blanks = wire::judge_texts(envelope)?;
    // Without an id only the digest of the whole envelope, its moment included, tells whether it was accepted before.
    let may_be_known =
        |case: &&Case<L>| envelope.command_id.is_some() || case.may_hold_unnamed(envelope.at);
    let known = case.filter(may_be_known);
    let key = known.map(|_| envelope.key());
    if let Some(first) = repeated(known.zip(key.as_ref()), envelope, policy)? {
        return Ok(Decision::Accepted(Box::new(first)));
    }
    let now = Now::new(
        envelope.at,
        envelope.recorded_at.unwrap_or(envelope.at),
        &envelope.actor,
        envelope.coordinated.unwrap_or_default(),
        policy,
    );
    Ok(match judge(case, &now, &envelope.command, &blanks) {
        Ok(late) => {
            let key = key.unwrap_or_else(|| envelope.key());
            let event = Event::accepted(envelope, key, case);
            Decision::Accepted(Box::new(accept(case, &now, event, late)))
        }
        Err(reasons) => Decision::Rejected(Rejected {
            state: case.map(Case::state),
            reasons,
            profile: now.numbers.profile,
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

/// That an envelope is meant for this case, or for the one that it creates.
fn meant_for<L: Lifecycle>(
    case: Option<&Case<L>>,
    envelope: &Envelope<L::Command>,
) -> Result<(), WireError> {
    let present = case
        .map(Case::case_id)
        .or_else(|| envelope.command.creates());
    match envelope.case_id.as_ref().zip(present) {
        Some((meant, present)) if meant != present => {
            let args = [("case", Arg::Text(L::CASE))];
            let message = Message::new(MEANT_FOR_OTHER, args);
            Err(WireError::new(ErrorCode::OtherCase, "/case_id", message))
        }
        _ => Ok(()),
    }
}

/// The first decision, where the command was accepted before (GE-03).
fn repeated<L: Lifecycle>(
    known: Option<(&Case<L>, &Key)>,
    envelope: &Envelope<L::Command>,
    policy: &Policy,
) -> Result<Option<Accepted<L>>, WireError> {
    let found = known.and_then(|(case, key)| Some((case, case.event(&EventId::first(key))?)));
    let Some((case, (count, event))) = found else {
        return Ok(None);
    };
    if event.command != envelope.command || *event.actor != envelope.actor {
        return Err(WireError::new(
            ErrorCode::CommandIdReused,
            "/command_id",
            Message::new(REUSED, [("case", Arg::Text(L::CASE))]),
        ));
    }
    let before = case.before(count);
    let now = Now::of(event, policy);
    let late = matches!(state_allows(before.as_ref(), &event.command), Ok(true));
    let mut first = accept(before.as_ref(), &now, event.clone(), late);
    first.repeated = true;
    Ok(Some(first))
}

/// Whether the command is accepted, and if so whether only as a late fact (GE-01); a blank text is a
/// reason too.
pub(super) fn judge<L: Lifecycle>(
    case: Option<&Case<L>>,
    now: &Now<'_>,
    command: &L::Command,
    blanks: &[String],
) -> Result<bool, Vec<Reason>> {
    let row = command.row();
    let late = state_allows(case, command)?;
    permission(row, case, now, Some(command), late)?;
    let mut reasons = failing_guards(row, case, now, Some(command));
    let mut found = Vec::new();
    let data = case.map(Case::data);
    let judged = data.is_none_or(|data| row.judges_payload(data, now));
    if judged {
        command.fits(now.actor, case, &mut Faults::of(&mut found));
        command.check(now, case, &mut Faults::of(&mut found));
    }
    for pointer in blanks {
        reasons.extend(Reason::of_blank_actor(row.rule, pointer));
        if judged {
            blank_text(row.shape, pointer, &mut found);
        }
    }
    if !found.is_empty() {
        let found = in_order(row.shape, found).into_iter();
        reasons.extend(found.map(|finding| Reason::of_finding(row, finding)));
    }
    if reasons.is_empty() {
        Ok(late)
    } else {
        Err(reasons)
    }
}

/// Adds a blank text of the payload, unless something else was found of it.
fn blank_text(shape: &Record, pointer: &str, found: &mut Vec<Finding>) {
    let below = pointer.strip_prefix(COMMAND);
    let blank = below.and_then(|pointer| Finding::blank(pointer, shape));
    found.extend(blank.filter(|blank| found.iter().all(|known| known.pointer != blank.pointer)));
}

/// What was found in a payload, field by field in the order of the contract, what concerns all of it last.
fn in_order(shape: &'static Record, mut found: Vec<Finding>) -> Vec<Finding> {
    order::sort_by_key(&mut found, |finding| {
        (finding.pointer.is_empty(), shape.places(&finding.pointer))
    });
    found
}

/// Whether the case's state allows a command: `Ok(true)` where only GE-01 does; the one reason where not.
pub(crate) fn state_allows<L: Lifecycle>(
    case: Option<&Case<L>>,
    command: &L::Command,
) -> Result<bool, Vec<Reason>> {
    let row = command.row();
    in_state(row, case, fact_date(row, command))
}

/// Whether the case's state allows a row, where the command records a fact of this date.
pub(crate) fn in_state<L: Lifecycle>(
    row: &'static Row<L>,
    case: Option<&Case<L>>,
    recorded_on: Option<Date>,
) -> Result<bool, Vec<Reason>> {
    let Some(case) = case else {
        return if row.from.is_empty() {
            Ok(false)
        } else {
            Err(vec![wrong_state(row, None)])
        };
    };
    if row.from.contains(&case.state()) {
        return Ok(false);
    }
    match recorded_on {
        Some(date) if case.was_in(row.from, date) => Ok(true),
        _ => Err(vec![wrong_state(row, Some(case.state()))]),
    }
}

/// The date of the fact that a command records, if it records one.
fn fact_date<L: Lifecycle>(row: &Row<L>, command: &L::Command) -> Option<Date> {
    row.records_fact().then(|| command.act_date()).flatten()
}

fn wrong_state<L: Lifecycle>(row: &'static Row<L>, state: Option<L::State>) -> Reason {
    let text = match state {
        None => NO_CASE,
        Some(_) if row.from.is_empty() => EXISTS,
        Some(state) => other_state(row, state),
    };
    let args = Args::of(row.seen_in(state));
    let message = Message { text, args };
    Reason::new(row.rule, "state", ReasonKind::WrongState, message)
}

/// What is said of a case in another state.
fn other_state<L: Lifecycle>(row: &Row<L>, state: L::State) -> Text {
    let fact = row.records_fact();
    match (row.instead_in(state), state.is_final()) {
        (Some(_), _) if fact => INSTEAD_OF_FACT,
        (Some(_), _) => INSTEAD,
        (None, false) if fact => OTHER_STATE_FACT,
        (None, false) => OTHER_STATE,
        (None, true) if fact => ENDED_FACT,
        (None, true) => ENDED,
    }
}

/// AD-08: the actor stands in one of the row's relations, or had the case on the date recorded; a
/// late fact is for those who had it then (GE-01).
pub(crate) fn permission<L: Lifecycle>(
    row: &'static Row<L>,
    case: Option<&Case<L>>,
    now: &Now<'_>,
    command: Option<&L::Command>,
    late: bool,
) -> Result<(), Vec<Reason>> {
    let asking = Asking {
        case,
        actor: now.actor,
        numbers: now.numbers,
        command,
    };
    if permits(row, &asking, late) {
        return Ok(());
    }
    let who = command.and_then(|command| withdraw::who_may(case, command));
    Err(vec![match who {
        Some(who) => not_theirs_to_take_back(who),
        None => not_permitted(row, now, late),
    }])
}

/// Whether the actor stands in one of the row's relations, or had the case on the date recorded.
pub(crate) fn permits<L: Lifecycle>(row: &Row<L>, asking: &Asking<'_, L>, late: bool) -> bool {
    let actor = asking.actor;
    let recorded_on = asking.command.and_then(|command| fact_date(row, command));
    let had_it = || {
        let known = asking.case.zip(recorded_on);
        known.is_some_and(|(case, date)| {
            if row.of_present {
                case.had_at_last_on(actor, date)
            } else {
                case.had_on(actor, date)
            }
        })
    };
    let mut may = row.who.iter().filter(|who| who.roles.contains(&actor.role));
    may.any(|who| had_it() || (!late && (who.relation.stands)(asking)))
}

fn not_permitted<L: Lifecycle>(row: &'static Row<L>, now: &Now<'_>, late: bool) -> Reason {
    let who = &row.permitted;
    let args = Args::of(row.seen_in(None));
    let text = if who.may_be_person() && row.from.is_empty() {
        OWN_NAME
    } else if who.may_be_person() {
        OTHER_PERSON
    } else if late {
        OTHERS_THEN
    } else if who.roles().contains(&now.actor.role) {
        OTHER_ORGANISATION
    } else if row.is_for_all_of_a_role() {
        OTHER_ROLE
    } else {
        OTHER_ROLE_IN_RELATION
    };
    refused_to(who, Message { text, args })
}

/// An event that only these may take back (GE-07).
fn not_theirs_to_take_back(who: &'static Permitted) -> Reason {
    let roles = who.roles().iter().map(|role| role.title()).collect();
    let text = if who.roles().len() > 1 {
        OTHERS_TAKE_BACK
    } else {
        SUPER_ADMIN_TAKES_BACK
    };
    refused_to(who, Message::new(text, [("roles", Arg::List(roles))]))
}

fn refused_to(who: &'static Permitted, message: Message) -> Reason {
    Reason {
        permitted: Some(who).filter(|who| !who.may_be_person()),
        ..Reason::new(&AD_08, "who", ReasonKind::NotPermitted, message)
    }
}

/// Every guard of the row that fails and that the command does not lift, in its order.
pub(crate) fn failing_guards<L: Lifecycle>(
    row: &Row<L>,
    case: Option<&Case<L>>,
    now: &Now<'_>,
    command: Option<&L::Command>,
) -> Vec<Reason> {
    let Some(data) = case.map(Case::data) else {
        return Vec::new();
    };
    let numbers = Some(now.numbers);
    row.guards
        .iter()
        .filter_map(|guard| {
            let lifted =
                || command.is_some_and(|command| command.lifts(guard, now.actor, data, numbers));
            guard.refuses(data, now).filter(|_| !lifted())
        })
        .collect()
}

fn accept<L: Lifecycle>(
    case: Option<&Case<L>>,
    now: &Now<'_>,
    event: Event<L>,
    late: bool,
) -> Accepted<L> {
    let (command, row) = (&event.command, event.command.row());
    let data = case.map(Case::data);
    let mut advices = Advices::default();
    if let Some(last) = case.and_then(|case| case.log().last())
        && event.moment() < last.moment()
    {
        advices.give_with(&CLOCK, [("last", Arg::Instant(last.moment()))]);
    }
    advices.when(event.at.date() > event.recorded_at().date(), &CLOCK_AHEAD);
    if late {
        advices.add(row.rule, LATE_NAME, LATE);
    }
    for advice in row.advice {
        advices.when(advice.given.is_some_and(|given| given(now)), advice);
    }
    command.advise(now, data, &mut advices);
    Accepted {
        state: case.map_or_else(
            || row.next.after(L::State::INITIAL, command.answer()),
            |case| case.state_after(command),
        ),
        effects: command.effects(now, case),
        warnings: advices.into_vec(),
        profile: now.numbers.profile,
        repeated: false,
        event,
    }
}

const MEANT_FOR_OTHER: Text = text!(
    "รายการนี้ส่งมาสำหรับ{case}อื่น (`case_id` ไม่ตรงกัน) จึงไม่บันทึกใน{case}นี้ โปรดเลือก{case}ให้ถูกต้อง",
    "this act is meant for another {case} (`case_id` differs) and is not recorded in this one; choose the right one",
);
const REUSED: Text = text!(
    "รหัสการส่งนี้ใช้กับรายการอื่นหรือผู้ใช้งานอื่นใน{case}นี้แล้ว โปรดสร้างรหัสการส่งใหม่",
    "this command id was used in this {case} for another command or by another actor; make a new one",
);
const EXISTS: Text = text!(
    "มี{case}นี้อยู่แล้ว (สถานะ “{state}”) จึงสร้างซ้ำไม่ได้ โปรดดำเนินการต่อใน{case}เดิม หรือใช้รหัส{case}อื่น",
    "the {case} exists already (state: {state}) and cannot be created again; go on with it, or use another id",
);
const NO_CASE: Text = text!(
    "ยังไม่มี{case}นี้ โปรดเริ่มด้วย “{opening}” รายการนี้ทำได้เมื่ออยู่ในสถานะ {from}",
    "there is no such {case} yet; begin with “{opening}”. This is done in the state {from}",
);
const OTHER_STATE: Text = text!(
    "{case}อยู่ในสถานะ “{state}” จึงทำรายการนี้ไม่ได้ ทำได้เมื่ออยู่ในสถานะ {from}",
    "the {case} is in the state {state}; this is done in the state {from}",
);
const INSTEAD: Text = text!(
    "{case}อยู่ในสถานะ “{state}” จึงทำรายการนี้ไม่ได้ ทำได้เมื่ออยู่ในสถานะ {from} {instead}",
    "the {case} is in the state {state}; this is done in the state {from}: {instead}",
);
const INSTEAD_OF_FACT: Text = text!(
    "{case}อยู่ในสถานะ “{state}” จึงทำรายการนี้ไม่ได้ ทำได้เมื่ออยู่ในสถานะ {from} หรือบันทึกย้อนหลังของวันที่อยู่ในช่วงสถานะนั้น {instead}",
    "the {case} is in the state {state}; this is done in the state {from}, or afterwards of a day in its time: {instead}",
);
const OTHER_STATE_FACT: Text = text!(
    "{case}อยู่ในสถานะ “{state}” จึงทำรายการนี้ไม่ได้ ทำได้เมื่ออยู่ในสถานะ {from} หรือบันทึกย้อนหลังของวันที่อยู่ในช่วงสถานะนั้น",
    "the {case} is in the state {state}; this is done in the state {from}, or afterwards of a day in its time",
);
const ENDED: Text = text!(
    "{case}สิ้นสุดแล้ว (สถานะ “{state}”) จึงทำรายการนี้ไม่ได้ รายการนี้ทำได้เมื่ออยู่ในสถานะ {from} โปรดตรวจสอบว่าเลือก{case}ถูกต้อง",
    "the {case} has ended (state: {state}); this is done in the state {from}. Check that it is the right {case}",
);
const ENDED_FACT: Text = text!(
    "{case}สิ้นสุดแล้ว (สถานะ “{state}”) บันทึกย้อนหลังได้เฉพาะวันที่อยู่ในช่วงสถานะ {from} โปรดตรวจสอบวันที่",
    "the {case} has ended (state: {state}); this is recorded only of a day in the time of the state {from}. Check the date",
);
const OWN_NAME: Text = text!(
    "รายการนี้ต้องส่งด้วยตนเอง ชื่อผู้ใช้งานที่ระบุต้องเป็นชื่อผู้ใช้งานของผู้ส่งรายการ โปรดระบุชื่อผู้ใช้งานของตนเอง",
    "everybody asks for themselves: the user name given has to be the sender's own; give your own",
);
const OTHER_PERSON: Text = text!(
    "ผู้ใช้งานไม่มีสิทธิทำรายการนี้ ผู้มีสิทธิ: {relations}",
    "you may not do this; those who may: {relations}",
);
const OTHER_ROLE: Text = text!(
    "ผู้ใช้งานไม่มีสิทธิทำรายการนี้ ผู้มีสิทธิ: {roles}",
    "this role may not do this; those who may: {roles}",
);
const OTHER_ROLE_IN_RELATION: Text = text!(
    "ผู้ใช้งานไม่มีสิทธิทำรายการนี้ ผู้มีสิทธิ: {roles} เฉพาะ{relations}",
    "this role may not do this; those who may: {roles} ({relations})",
);
const OTHER_ORGANISATION: Text = text!(
    "หน่วยงานของผู้ใช้งานไม่มีสิทธิทำรายการนี้กับ{case}นี้ ผู้มีสิทธิ: {roles} เฉพาะ{relations}",
    "your organisation may not do this in this {case}; those who may: {roles} ({relations})",
);
const OTHERS_TAKE_BACK: Text = text!(
    "ผู้ใช้งานไม่มีสิทธิถอนรายการนี้ ผู้มีสิทธิ: {roles} ที่บันทึกรายการนี้ได้ หรือผู้ดูแลระบบส่วนกลาง",
    "you may not withdraw this entry; those who may: {roles}, where they may enter it, and the super admin",
);
const SUPER_ADMIN_TAKES_BACK: Text = text!(
    "รายการนี้ไม่ใช่การบันทึกข้อเท็จจริง ผู้มีสิทธิถอน: {roles} ตามคำขอเปลี่ยนแปลงข้อมูลที่ดำเนินการแล้ว โปรดยื่นคำขอเปลี่ยนแปลงข้อมูล",
    "this entry is no fact; it is withdrawn by {roles} as an executed data change: submit one",
);
const OTHERS_THEN: Text = text!(
    "ผู้ใช้งานไม่มีสิทธิบันทึกย้อนหลังของวันนั้น ผู้มีสิทธิ: {roles} ของหน่วยงานที่ดูแล{case}ในวันนั้น",
    "you may not record this of that day; those who may: {roles} of whoever had the {case} then",
);
