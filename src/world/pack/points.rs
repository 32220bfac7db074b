//! Reads the points of the arcs, ring by ring: steps from one point to the next, without the points
//! that follow from the rings.

use super::{KnownEnd, PackError, Reader, known_end};
use crate::world::topology::{Arc, ArcRef, Course, Outline, Spot};

impl Reader<'_> {
    pub(super) fn arcs(
        &mut self,
        grid: u32,
        count: usize,
        outlines: &[Outline],
    ) -> Result<Vec<Arc>, PackError> {
        let between = self.column(count, Self::count)?;
        let courses = self.courses(count)?;
        let rings = || outlines.iter().flat_map(|outline| &outline.rings);
        let started = rings().filter(|ring| ring[0] == ArcRef::Next).count();
        let starts = self.spots(started)?;
        let ends = rings().map(|ring| stored_ends(ring)).sum::<usize>();
        let stored = between.iter().fold(ends, |sum, &count| sum.saturating_add(count));
        let steps = self.spots(stored)?;
        let mut walk = Walk {
            grid: grid as i32,
            between: between.into_iter(),
            courses: courses.into_iter(),
            starts: starts.into_iter(),
            steps: steps.into_iter(),
            origin: [0, 0],
            arcs: Vec::new(),
        };
        rings().try_for_each(|ring| walk.ring(ring))?;
        Ok(walk.arcs)
    }

    fn courses(&mut self, count: usize) -> Result<Vec<Course>, PackError> {
        let mut courses = vec![Course::Settled; count];
        let mut index = 0usize;
        for _ in 0..self.count()? {
            index = index.saturating_add(self.number()? as usize);
            *courses.get_mut(index).ok_or(PackError::Malformed("course"))? = Course::Disputed;
        }
        Ok(courses)
    }

    /// A column of x, then one of y.
    fn spots(&mut self, count: usize) -> Result<Vec<Spot>, PackError> {
        let xs = self.column(count, Self::signed)?;
        let ys = self.column(count, Self::signed)?;
        Ok(xs.into_iter().zip(ys).map(|(x, y)| [x, y]).collect())
    }
}

fn stored_ends(ring: &[ArcRef]) -> usize {
    let stored =
        |&(i, step): &(usize, &ArcRef)| *step == ArcRef::Next && known_end(ring, i) == KnownEnd::Stored;
    ring.iter().enumerate().filter(stored).count()
}

/// What is left to be walked, and the arcs so far.
struct Walk {
    grid: i32,
    between: std::vec::IntoIter<usize>,
    courses: std::vec::IntoIter<Course>,
    starts: std::vec::IntoIter<Spot>,
    steps: std::vec::IntoIter<Spot>,
    /// Where the ring before began.
    origin: Spot,
    arcs: Vec<Arc>,
}

impl Walk {
    fn ring(&mut self, ring: &[ArcRef]) -> Result<(), PackError> {
        let start = match ring[0] {
            ArcRef::Next => {
                let step = self.starts.next();
                self.moved(self.origin, step)?
            }
            ArcRef::Back(arc) => self.last_of(arc)?,
        };
        self.origin = start;
        let mut at = start;
        for (i, step) in ring.iter().enumerate() {
            at = match *step {
                ArcRef::Next => self.new_arc(at, known_end(ring, i), start)?,
                ArcRef::Back(arc) if self.last_of(arc)? == at => self.arcs[arc].points[0],
                ArcRef::Back(_) => return Err(PackError::Malformed("ring")),
            };
        }
        if at == start { Ok(()) } else { Err(PackError::Malformed("ring")) }
    }

    /// Adds an arc from `start`; gives its end.
    fn new_arc(&mut self, start: Spot, end: KnownEnd, ring_start: Spot) -> Result<Spot, PackError> {
        let end = match end {
            KnownEnd::RingStart => Some(ring_start),
            KnownEnd::EndOf(arc) => Some(self.last_of(arc)?),
            KnownEnd::Stored => None,
        };
        let between = self.between.next().ok_or(PackError::Truncated)?;
        let mut points = vec![start];
        let mut at = start;
        for _ in 0..between + usize::from(end.is_none()) {
            let step = self.steps.next();
            at = self.moved(at, step)?;
            points.push(at);
        }
        points.extend(end);
        let course = self.courses.next().ok_or(PackError::Truncated)?;
        self.arcs.push(Arc { points, course });
        Ok(end.unwrap_or(at))
    }

    fn last_of(&self, arc: usize) -> Result<Spot, PackError> {
        self.arcs.get(arc).and_then(|arc| arc.points.last()).copied().ok_or(PackError::Malformed("step"))
    }

    /// The spot one stored step on; an error outside the map.
    fn moved(&self, from: Spot, step: Option<Spot>) -> Result<Spot, PackError> {
        let step = step.ok_or(PackError::Truncated)?;
        let spot = [from[0].wrapping_add(step[0]), from[1].wrapping_add(step[1])];
        let inside = spot.iter().all(|at| (0..=self.grid).contains(at));
        if inside { Ok(spot) } else { Err(PackError::Malformed("point")) }
    }
}
