//! What the reader does with the comparison: the field `compare`, one country more or less.

use crate::country::Code;

/// What the reader does with the comparison.
#[derive(Clone, Copy, Debug)]
pub enum CompareAct {
    /// Adds a country, or takes it out.
    Toggle(Code),
    /// Takes a country out, there where they are compared.
    Remove(Code),
    /// Takes all out.
    Clear,
}
