//! What a lifecycle's tables list: where each rule is applied, and every fault.

use super::Lifecycle;
use super::act::Commands as _;
use super::row::Row;
use crate::base::fault::Fault;
use crate::base::rule::Applied;

/// Where a lifecycle applies a rule, in the order of its tables, each place once.
pub fn applied<L: Lifecycle>() -> Vec<Applied> {
    let mut places: Vec<Applied> = L::Command::TABLE.iter().flat_map(of_row).collect();
    places.extend(L::OWED.iter().map(|owed| Applied {
        rule: owed.rule,
        at: owed.at,
    }));
    places.extend(L::FLAGS.iter().map(|flag| Applied {
        rule: flag.rule,
        at: flag.at,
    }));
    places.extend(L::APPLIED);
    each_once(places)
}

fn each_once(places: Vec<Applied>) -> Vec<Applied> {
    let mut found: Vec<Applied> = Vec::with_capacity(places.len());
    for place in places {
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

/// Every fault that a lifecycle's rows list, each once.
pub fn faults<L: Lifecycle>() -> Vec<&'static Fault> {
    let mut found: Vec<&Fault> = Vec::new();
    for fault in L::Command::TABLE.iter().flat_map(Row::listed_faults) {
        if !found.iter().any(|known| std::ptr::eq(*known, fault)) {
            found.push(fault);
        }
    }
    found
}

fn of_row<L: Lifecycle>(row: &'static Row<L>) -> Vec<Applied> {
    let own = Applied {
        rule: row.rule,
        at: row.at,
    };
    let guards = row.guards.iter().map(|guard| Applied {
        rule: guard.rule,
        at: guard.at,
    });
    let faults = row.listed_faults().filter_map(|fault| {
        Some(Applied {
            rule: fault.rule?,
            at: fault.at,
        })
    });
    let advice = row.advice.iter().map(|advice| Applied {
        rule: advice.rule,
        at: advice.at,
    });
    std::iter::once(own)
        .chain(guards)
        .chain(faults)
        .chain(advice)
        .collect()
}
