//! `withdraw` (GE-07): an event entered by mistake is taken back, and the case is as if it had not been entered. The
//! event stays in the log as it is; the withdrawal's own event says that it has no effect.
//!
//! It is the last command of every lifecycle, and the same type for all of them.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::Deserializer;
use serde::{Deserialize, Serialize, Serializer};

use super::Lifecycle;
use super::act::{Act, Commands, Head, Step};
use super::case::Case;
use super::decide::{in_state, permits, state_allows};
use super::effect::{Content, EffectName, EffectSet as _, Effects, NOTICE};
use super::event::{Event, EventId};
use super::now::Now;
use super::replay::misfit;
use super::row::{Next, Row};
use super::state::State as _;
use super::who::{Asking, Permitted, Relation, Who};
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::characters::is_blank;
use crate::base::fault::{self, BLANK, Fault, Faults};
use crate::base::id::{CaseId, NamedEventId, OrgId};
use crate::base::order;
use crate::base::private::Private;
use crate::base::rule::Rule;
use crate::base::shape::{Record, Shape, Shaped, Texts, Ty};
use crate::base::text::{Arg, Args, Text, text};
use crate::policy::Policy;
use crate::rulebook::general::GE_07;

/// Which event is taken back, and why (GE-07).
///
/// ```
/// use bosoto::lifecycle::Withdrawal;
///
/// let wrong_person = Withdrawal::new("v-1#0", "บันทึกผิดราย");
/// assert!(wrong_person.data_change.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build, name = "Withdraw")]
pub struct Withdrawal {
    /// The event.
    #[title("รายการที่ถอน", "entry to withdraw")]
    #[shape(most = 80)]
    pub event_id: NamedEventId,
    /// Why it is taken back.
    #[title("เหตุผลที่ถอน", "reason")]
    pub reason: Private,
    /// The data change (AD-05) that ended `executed`, where the event is no fact.
    #[title("คำขอเปลี่ยนแปลงข้อมูลที่ดำเนินการแล้ว", "executed data change")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_change: Option<CaseId>,
}

/// GE-07 ถอนรายการที่บันทึกผิด, as a command of one lifecycle.
pub struct Withdraw<L> {
    what: Withdrawal,
    of: PhantomData<fn() -> L>,
}

impl<L> From<Withdrawal> for Withdraw<L> {
    fn from(what: Withdrawal) -> Self {
        Self {
            what,
            of: PhantomData,
        }
    }
}

impl<L> Deref for Withdraw<L> {
    type Target = Withdrawal;

    fn deref(&self) -> &Withdrawal {
        &self.what
    }
}

impl<L> Clone for Withdraw<L> {
    fn clone(&self) -> Self {
        self.what.clone().into()
    }
}

impl<L> PartialEq for Withdraw<L> {
    fn eq(&self, other: &Self) -> bool {
        self.what == other.what
    }
}

impl<L> fmt::Debug for Withdraw<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.what.fmt(f)
    }
}

impl<L> Serialize for Withdraw<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.what.serialize(serializer)
    }
}

impl<'de, L> Deserialize<'de> for Withdraw<L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Withdrawal::deserialize(deserializer).map(Self::from)
    }
}

impl<L> Shaped for Withdraw<L> {
    const TY: Ty = Withdrawal::TY;

    fn texts(&self, ty: &'static Ty, at: &fault::Place<'_>, to: &mut Texts) {
        self.what.texts(ty, at, to);
    }
}

impl<L: Lifecycle> Act for Withdraw<L> {
    type Of = L;
    type Effects = Told<L>;

    const NAME: &'static str = "withdraw";
    const EVENT: &'static str = "withdrawn";
    const ROW: Row<L> = Row {
        faults: &[&[
            &NO_EVENT,
            &CREATES,
            &WITHDRAWAL,
            &WITHOUT_EFFECT,
            &BLANK,
            &NO_DATA_CHANGE,
            &NEEDED_LATER,
        ]],
        ..Row::act(
            &GE_07,
            L::State::ALL,
            Next::Back,
            Self::WHO,
            text!("ถอนรายการที่บันทึกผิด", "Withdraw a mistaken entry"),
        )
    };

    /// All but the event that it takes back, which an event has as `of`.
    const KEPT: &'static Record = &Record {
        fields: Withdrawal::TY.record().fields.split_at(1).1,
        ..*Withdrawal::TY.record()
    };
    const OF: Option<&'static str> = Some("event_id");

    fn write_kept<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Kept<'a> {
            reason: &'a Private,
            #[serde(skip_serializing_if = "Option::is_none")]
            data_change: Option<&'a CaseId>,
        }
        Kept {
            reason: &self.reason,
            data_change: self.data_change.as_ref(),
        }
        .serialize(serializer)
    }
}

impl<L: Lifecycle> Withdraw<L> {
    const WHO: &'static [Who<L>] = &[Who {
        roles: L::Command::MAY_WITHDRAW.roles(),
        relation: &Self::MAY_TAKE_BACK,
    }];
    const MAY_TAKE_BACK: Relation<L> = Relation::new(
        "may_take_back",
        text!(
            "ผู้มีสิทธิบันทึกรายการที่ถอน หรือผู้ดูแลระบบส่วนกลางในฐานะผู้แก้ไขข้อมูล",
            "whoever may enter what is taken back, or the super admin",
        ),
        may_take_back,
    );
}

impl<L: Lifecycle> Step for Withdraw<L> {
    fn fits_log(&self, case: &Case<L>, faults: &mut Faults<'_>) {
        let (place, event) = match meant(case, &self.event_id) {
            Ok(meant) => meant,
            Err(fault) => return faults.add("event_id", fault),
        };
        let named = self.data_change.as_ref();
        let names_none = named.is_none_or(|named| is_blank(named));
        let needs_one = !event.command.row().records_fact();
        faults.when(names_none && needs_one, "data_change", &NO_DATA_CHANGE);
        if !case.has_effect(place) {
            faults.add("event_id", &WITHOUT_EFFECT);
        } else if let Err(later) = case.without(place) {
            faults.here(&NEEDED_LATER, Args::new([("later", Arg::Text(later))]));
        }
    }

    fn withdrawal(&self) -> Option<&Withdrawal> {
        Some(self)
    }

    /// Whoever was told of the event is told that it is taken back; what else it set going is not undone.
    fn effects(&self, _: &Now<'_>, case: &Case<L>) -> Option<Told<L>> {
        let (place, event) = meant(case, &self.event_id).ok()?;
        let policy = Policy::default();
        let then = Now::of(event, &policy);
        let effects = event.command.effects(&then, case.before(place).as_ref());
        let is_notice = |effect: &&L::Effect| effect.name().kind == NOTICE;
        let notices = effects.iter().filter(is_notice);
        let others = effects.iter().filter(|effect| !is_notice(effect));
        let mut told = Vec::new();
        for effect in notices.chain(others) {
            let addressee = effect.addressee().cloned();
            told.extend(addressee.filter(|one| !told.contains(one)));
        }
        let notices = told.into_iter().filter_map(|to| L::tell(case, to, self));
        Some(Told(notices.collect()))
    }

    fn apply(&self, _: &mut L::Data, _: &Head<'_>) {}
}

/// The event that somebody means, with its place; why it can never be taken back.
fn meant<'a, L: Lifecycle>(
    case: &'a Case<L>,
    named: &NamedEventId,
) -> Result<(usize, &'a Event<L>), &'static Fault> {
    let (place, event) = case.named(named).ok_or(&NO_EVENT)?;
    if event.creates() {
        Err(&CREATES)
    } else if event.command.withdrawal().is_some() {
        Err(&WITHDRAWAL)
    } else {
        Ok((place, event))
    }
}

impl<L: Lifecycle> Case<L> {
    /// The event that somebody means, with its place.
    fn named(&self, named: &NamedEventId) -> Option<(usize, &Event<L>)> {
        self.event(&EventId::read(named)?)
    }

    /// What was taken back, in the order of the log: the event, the withdrawal's, and what that said.
    pub(super) fn withdrawals(&self) -> Vec<(&Event<L>, &Event<L>, &Withdrawal)> {
        let mut places: Vec<(usize, usize)> = (0..)
            .zip(self.log())
            .filter_map(|(by, event)| {
                let withdrawal = event.command.withdrawal()?;
                let (place, _) = self.named(&withdrawal.event_id)?;
                event.void().is_none().then_some((place, by))
            })
            .collect();
        order::sort(&mut places);
        let withdrawals = places.into_iter().filter_map(|(place, by)| {
            let by = self.log().get(by)?;
            Some((self.log().get(place)?, by, by.command.withdrawal()?))
        });
        withdrawals.collect()
    }

    /// The place of the event that a withdrawal takes back, if it is in effect.
    pub(super) fn taken_back_by(&self, command: &L::Command) -> Option<usize> {
        let (place, _) = self.named(&command.withdrawal()?.event_id)?;
        self.has_effect(place).then_some(place)
    }

    /// What was taken back, in the order of the log.
    pub fn withdrawn(&self) -> Vec<Withdrawn> {
        let withdrawals = self.withdrawals().into_iter();
        withdrawals
            .map(|(meant, by, _)| Withdrawn {
                event_id: meant.id(),
                event: meant.name(),
                rule: meant.command.row().rule,
                label: meant.command.row().label,
                on: by.moment().date(),
                role: by.actor.role,
                organisation: by.actor.organisation.clone(),
            })
            .collect()
    }

    /// The case without an event; what the first one after it is called that does not fit without it.
    pub(super) fn without(&self, place: usize) -> Result<Self, Text> {
        let mut case: Option<Self> = None;
        for (at, event) in self.log().iter().enumerate() {
            let in_effect = at != place && self.has_effect(at);
            let takes_back = event.command.withdrawal().is_some();
            let later = in_effect && at > place && !takes_back;
            if later && misfit(case.as_ref(), event).is_some() {
                return Err(event.command.row().label);
            }
            match &mut case {
                Some(case) => case.keep(event.clone(), in_effect && !takes_back),
                None => case = Self::create(event.clone()),
            }
        }
        let mut case = case.ok_or(L::Command::OPENING.label)?;
        case.take_back(self.taken_back(), place);
        Ok(case)
    }
}

/// Something that was taken back (GE-07); the reason, a free text, is in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Withdrawn {
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event: &'static str,
    /// The rule under which it was entered.
    pub rule: &'static Rule,
    /// What it is called.
    pub label: Text,
    /// The day on which it was taken back.
    pub on: Date,
    /// In which role.
    pub role: Role,
    /// By which organisation.
    pub organisation: OrgId,
}

/// Who may: `super_admin`, and whoever may enter the event where it is a fact. Where it is none that can be taken back,
/// whoever may enter a fact now; where none is given, whoever could take back some event.
fn may_take_back<L: Lifecycle>(asking: &Asking<'_, L>) -> bool {
    let Some(case) = asking.case else {
        return false;
    };
    let is_super_admin = asking.actor.role == Role::SuperAdmin;
    match asking.command.and_then(Commands::withdrawal) {
        Some(withdrawal) => match meant(case, &withdrawal.event_id) {
            Ok((_, event)) => is_super_admin || may_enter(asking, event),
            Err(_) => is_super_admin || may_enter_a_fact(asking),
        },
        None => case.log().iter().enumerate().skip(1).any(|(place, event)| {
            let can_be = case.has_effect(place) && event.command.withdrawal().is_none();
            can_be && (is_super_admin || may_enter(asking, event))
        }),
    }
}

/// Whether the actor may enter this fact, of its date; what only the present unit may, it may of an earlier entry too.
fn may_enter<L: Lifecycle>(asking: &Asking<'_, L>, event: &Event<L>) -> bool {
    let row = event.command.row();
    let entering = Asking {
        command: Some(&event.command),
        ..*asking
    };
    let late = !row.of_present && state_allows(asking.case, &event.command).unwrap_or(true);
    row.records_fact() && permits(row, &entering, late)
}

/// Whether the actor may enter a fact of any kind now.
fn may_enter_a_fact<L: Lifecycle>(asking: &Asking<'_, L>) -> bool {
    let entering = Asking {
        command: None,
        ..*asking
    };
    let mut facts = L::Command::TABLE.iter().filter(|row| row.records_fact());
    facts.any(|row| in_state(row, asking.case, None).is_ok() && permits(row, &entering, false))
}

/// Those who may take back what a command entered: the answer to whoever may not.
pub(super) fn who_may<L: Lifecycle>(
    case: Option<&Case<L>>,
    command: &L::Command,
) -> Option<&'static Permitted> {
    let (_, event) = meant(case?, &command.withdrawal()?.event_id).ok()?;
    let row = event.command.row();
    Some(if row.records_fact() {
        &row.may_take_back
    } else {
        &Permitted::SUPER_ADMIN
    })
}

/// The notices that tell of a withdrawal, one to each who was told of the event.
#[derive(Debug)]
pub struct Told<L: Lifecycle>(Vec<L::Effect>);

impl<L: Lifecycle> Effects<L::Effect> for Told<L> {
    const NAMES: &'static [EffectName] = L::TELLS;

    fn into_vec(self) -> Vec<L::Effect> {
        self.0
    }
}

/// Which case a notice of a withdrawal is about, where its id says that.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct OfCase {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
}

/// That what somebody was told of is taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct TakenBack<S> {
    /// The case.
    #[serde(flatten)]
    pub subject: S,
    /// The event that is taken back.
    #[title("รายการที่ถอน", "entry withdrawn")]
    pub of: NamedEventId,
    /// Why.
    #[title("เหตุผลที่ถอน", "reason")]
    pub reason: Private,
}

impl<S> TakenBack<S> {
    /// The notice of a withdrawal in a case.
    pub(crate) fn new(subject: S, withdrawal: &Withdrawal) -> Self {
        Self {
            subject,
            of: withdrawal.event_id.clone(),
            reason: withdrawal.reason.clone(),
        }
    }
}

impl<S: Clone + PartialEq + fmt::Debug + Serialize + Shaped + Send + Sync> Content
    for TakenBack<S>
{
    const DETAIL: &'static str = "withdrawal";
    const TITLE: Text = text!("แจ้งการถอนรายการที่บันทึกผิด", "notice of a withdrawal");
    const ABOUT: &'static str = "An entry of which the receiver was told is taken back (GE-07).";
}

static NO_EVENT: Fault = Fault::value(
    61,
    &GE_07,
    "no_such_event",
    text!(
        "รหัสในช่อง “{field}” ไม่ตรงกับรายการใดในเคสนี้ โปรดเลือกรายการจากประวัติรายการของเคส",
        "the case has no entry of the id in “{field}”; choose one from its log",
    ),
);
static CREATES: Fault = Fault::value(
    62,
    &GE_07,
    "creating_event",
    text!(
        "รายการแรกที่เริ่มเคสถอนไม่ได้ หากบันทึกผิดทั้งเคส โปรดยกเลิกเคสหรือยุติเคสโดยระบุว่าบันทึกผิด",
        "the entry that began the case cannot be withdrawn; if the whole case is a mistake, cancel it or end it as entered in error",
    ),
);
static WITHDRAWAL: Fault = Fault::value(
    63,
    &GE_07,
    "is_a_withdrawal",
    text!(
        "การถอนรายการถอนอีกไม่ได้ หากถอนผิด โปรดบันทึกรายการเดิมใหม่อีกครั้ง",
        "a withdrawal cannot be withdrawn; if it was a mistake, record the entry anew",
    ),
);
static WITHOUT_EFFECT: Fault = Fault::done(
    64,
    &GE_07,
    "without_effect",
    text!(
        "รายการนี้ไม่มีผลอยู่แล้ว เพราะถอนไปแล้วหรือไม่มีผลตั้งแต่เมื่อรวมประวัติรายการ ไม่ต้องถอนอีก โปรดตรวจสอบประวัติรายการว่าเลือกรายการถูกต้อง",
        "the entry is without effect already: it was withdrawn, or has had none since two logs were merged. There is nothing left to withdraw; check in the log that it is the right one",
    ),
);
static NO_DATA_CHANGE: Fault = Fault::value(
    65,
    &GE_07,
    "no_data_change",
    text!(
        "รายการนี้ไม่ใช่การบันทึกข้อเท็จจริง จึงถอนได้ตามคำขอเปลี่ยนแปลงข้อมูลที่ดำเนินการแล้ว โปรดระบุรหัสคำขอในช่อง “{field}”",
        "the entry is no fact and is withdrawn only as an executed data change; give its id in “{field}”",
    ),
);
static NEEDED_LATER: Fault = Fault::missing(
    66,
    &GE_07,
    "needed_later",
    text!(
        "รายการ “{later}” ที่บันทึกภายหลังต้องอาศัยรายการนี้ โปรดถอนรายการที่บันทึกภายหลังก่อน โดยเริ่มจากรายการล่าสุด",
        "the later entry “{later}” needs this one; withdraw the later ones first, from the last backwards",
    ),
);
