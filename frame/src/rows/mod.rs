//! Where rows come from: texts in portions and Arrow batches, both as blocks of columns of cells.

mod block;
mod cells;
mod layout;
mod pieces;
mod raw;
mod supply;
mod text;
mod windows_874;

pub(crate) use block::Block;
pub(crate) use cells::{Cells, Fit, Holds, Run, fit, plain, views, written_out};
pub(crate) use layout::{Known, Layout};
pub(crate) use pieces::{Stop, each_piece};
pub(crate) use raw::Raw;
pub(crate) use supply::{Batches, Piece, Place, Supply};
pub(crate) use text::{Encoding, Form, Unsplit};
