//! Which row of a worksheet is its header, and what its columns are taken for.

use super::FirstRow;
use crate::rows::Known;
use bosoto::base::order;

/// So many different columns a row has to name to be a header: one word may stand in a title.
const FEWEST: usize = 2;

/// What a field of a table is taken for.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    /// The header as it stands; none where a table has no header.
    pub header: Option<String>,
    /// Where: the cell of a worksheet (`C4`), elsewhere the number of the field, from 1.
    pub place: String,
    /// The column of the table; none where it is taken for none.
    pub column: Option<&'static str>,
}

/// A header that was found.
pub(super) struct Header {
    /// Its row, from 0.
    pub row: u32,
    /// What each column of the worksheet is called, from the first; empty where nothing stands.
    pub cells: Vec<String>,
}

impl Header {
    /// The row that names the most columns, the first of equals.
    pub fn find(first: &[FirstRow], known: Known) -> Option<Self> {
        let mut best = None::<(usize, &FirstRow)>;
        for row in first {
            let mut names: Vec<&str> = row
                .cells
                .iter()
                .filter_map(|(_, cell)| known.called(cell))
                .collect();
            order::sort(&mut names);
            names.dedup();
            let most = best.map_or(FEWEST.saturating_sub(1), |(most, _)| most);
            if names.len() > most {
                best = Some((names.len(), row));
            }
        }
        best.map(|(_, row)| Self {
            row: row.row,
            cells: cells_of(row),
        })
    }
}

fn cells_of(row: &FirstRow) -> Vec<String> {
    let width = row
        .cells
        .last()
        .map_or(0, |(column, _)| column.saturating_add(1));
    let mut cells = vec![String::new(); width as usize];
    for (column, text) in &row.cells {
        if let Some(cell) = cells.get_mut(*column as usize) {
            cell.clone_from(text);
        }
    }
    cells
}

/// A cell as people name it: `C4`.
pub(super) fn cell_name(row: u32, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(b'A'.wrapping_add((rest % 26) as u8));
        match (rest / 26).checked_sub(1) {
            Some(more) => rest = more,
            None => break,
        }
    }
    let letters = letters.iter().rev().map(|letter| char::from(*letter));
    format!("{}{}", letters.collect::<String>(), row.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_people_name_it() {
        let names = [
            (0, "A1"),
            (25, "Z1"),
            (26, "AA1"),
            (701, "ZZ1"),
            (702, "AAA1"),
        ];
        for (column, name) in names {
            assert_eq!(cell_name(0, column), name);
        }
    }
}
