//! Reads the shapes: codes, kinds, anchors, markers and rings.

use super::{PackError, Reader};
use crate::country::Code;
use crate::world::Kind;
use crate::world::topology::{ArcRef, Outline};

impl Reader<'_> {
    pub(super) fn outlines(&mut self) -> Result<Vec<Outline>, PackError> {
        let count = self.count()?;
        let codes = self.codes(count)?;
        let kinds = self.column(count, Self::number)?;
        let xs = self.column(count, Self::signed)?;
        let ys = self.column(count, Self::signed)?;
        let mut outlines = Vec::new();
        for (i, &code) in codes.iter().enumerate() {
            let kind = match kinds[i] {
                0 => Kind::Own,
                1 => Kind::Neutral,
                n => Kind::PartOf(*codes.get(n as usize - 2).ok_or(PackError::Malformed("kind"))?),
            };
            outlines.push(Outline { code, kind, rings: Vec::new(), anchor: [xs[i], ys[i]], marker: None });
        }
        self.markers(&mut outlines)?;
        Ok(outlines)
    }

    /// Three columns of letters; the first one as steps, since the codes are in order.
    fn codes(&mut self, count: usize) -> Result<Vec<Code>, PackError> {
        let steps = self.column(count, Self::byte)?;
        let seconds = self.column(count, Self::byte)?;
        let thirds = self.column(count, Self::byte)?;
        let mut codes: Vec<Code> = Vec::new();
        let mut first = b'A';
        for ((step, second), third) in steps.into_iter().zip(seconds).zip(thirds) {
            first = first.wrapping_add(step);
            let bytes = [first, second, third];
            let code = std::str::from_utf8(&bytes).ok().and_then(Code::parse);
            codes.push(code.filter(|code| codes.last() < Some(code)).ok_or(PackError::Malformed("code"))?);
        }
        Ok(codes)
    }

    fn markers(&mut self, outlines: &mut [Outline]) -> Result<(), PackError> {
        let mut index = 0usize;
        for _ in 0..self.count()? {
            index = index.saturating_add(self.number()? as usize);
            let marker = Some([self.signed()?, self.signed()?]);
            outlines.get_mut(index).ok_or(PackError::Malformed("marker"))?.marker = marker;
        }
        Ok(())
    }

    /// Fills in the rings; gives the number of arcs they use.
    pub(super) fn rings(&mut self, outlines: &mut [Outline]) -> Result<usize, PackError> {
        let counts = self.column(outlines.len(), Self::count)?;
        if counts.contains(&0) {
            return Err(PackError::Malformed("rings"));
        }
        let mut left = self.rest.len();
        for (outline, count) in outlines.iter_mut().zip(counts) {
            for length in self.column(count, Self::count)? {
                left = left.checked_sub(length).ok_or(PackError::Truncated)?;
                if length == 0 {
                    return Err(PackError::Malformed("ring"));
                }
                outline.rings.push(vec![ArcRef::Next; length]);
            }
        }
        // Each arc used and whether it can be used once more: no more than twice, so that no pack
        // is drawn larger than a fixed multiple of its own size.
        let mut used: Vec<bool> = Vec::new();
        for ring in outlines.iter_mut().flat_map(|outline| &mut outline.rings) {
            for step in ring {
                *step = self.step(&mut used)?;
            }
        }
        Ok(used.len())
    }

    fn step(&mut self, used: &mut Vec<bool>) -> Result<ArcRef, PackError> {
        let back = self.number()? as usize;
        if back == 0 {
            used.push(false);
            return Ok(ArcRef::Next);
        }
        let index = used.len().checked_sub(back).ok_or(PackError::Malformed("step"))?;
        if std::mem::replace(&mut used[index], true) {
            return Err(PackError::Malformed("step"));
        }
        Ok(ArcRef::Back(index))
    }
}
