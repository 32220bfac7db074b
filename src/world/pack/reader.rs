//! Bytes, and the integers made of them.

use super::PackError;

/// The bytes not read yet.
pub(super) struct Reader<'a> {
    pub(super) rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    pub(super) fn end(&self) -> Result<(), PackError> {
        if self.rest.is_empty() { Ok(()) } else { Err(PackError::Malformed("end")) }
    }

    pub(super) fn byte(&mut self) -> Result<u8, PackError> {
        let (&first, rest) = self.rest.split_first().ok_or(PackError::Truncated)?;
        self.rest = rest;
        Ok(first)
    }

    pub(super) fn number(&mut self) -> Result<u32, PackError> {
        let mut value = 0u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(PackError::Malformed("number"))
    }

    pub(super) fn signed(&mut self) -> Result<i32, PackError> {
        let value = self.number()?;
        Ok((value >> 1) as i32 ^ -((value & 1) as i32))
    }

    /// A number of things that follow, each of at least one byte.
    pub(super) fn count(&mut self) -> Result<usize, PackError> {
        let count = self.number()? as usize;
        if count <= self.rest.len() { Ok(count) } else { Err(PackError::Truncated) }
    }

    pub(super) fn column<T>(
        &mut self,
        count: usize,
        item: impl Fn(&mut Self) -> Result<T, PackError>,
    ) -> Result<Vec<T>, PackError> {
        (0..count).map(|_| item(self)).collect()
    }
}
