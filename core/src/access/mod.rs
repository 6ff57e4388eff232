//! Administration of the system (AD): accounts, access to the civil registry, changes of provincial
//! admins, and changes of data by the super admin. Four lifecycles, each in a folder of its own.

pub mod account;
pub mod admin_change;
pub mod data_change;
pub mod registry_link;

mod command;
mod payload;
mod table;

pub use account::Account;
pub use admin_change::AdminChange;
pub use command::{Decide, Reasoned};
pub use data_change::DataChange;
pub use registry_link::RegistryLink;
