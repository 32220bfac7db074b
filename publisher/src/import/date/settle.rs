//! A cell's date in its column: what may mean two days is decided, or it is said why not.

use super::column::{Answers, Column, Order, proof};
use super::{Dating, Said, Shape, date, is_usual};
use policy_explorer::date::{Date, Day, Precision};

/// Why a cell has no date yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No date.
    Missing,
    /// No day of the calendar, outside of the usual years, or nothing that is known.
    Unreadable(&'static str),
    /// Day and month may be either way round.
    Order,
    /// Day and month may have been exchanged.
    Swapped(Date),
    /// Less than a date; the years that it names.
    Vague(Vec<u32>),
    /// A year of another calendar.
    Calendar(u32),
    /// A year of two digits.
    ShortYear,
    /// A number that may be a day.
    Serial(Date),
    /// A day that may be a year.
    TypedYear(Date, u32),
}

/// A cell's date, and what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// The date, if there is one.
    pub date: Option<Date>,
    /// Whether it began then.
    pub dating: Option<Dating>,
    /// Why there is none.
    pub problems: Vec<Problem>,
    /// The cell that proved the order of day and month.
    pub proof: Option<String>,
    /// Whether the cell shows less than a day.
    pub is_coarse: bool,
}

/// The date of a cell in its column.
pub fn settle(said: &Said, column: &Column, answers: &Answers) -> Settled {
    let is_coarse = matches!(said.stamp, Some(Precision::Month | Precision::Year));
    let mut settled = Settled { dating: said.dating, is_coarse, ..Settled::default() };
    match &said.shape {
        Shape::Blank => settled.problems.push(Problem::Missing),
        Shape::Unreadable => settled.problems.push(Problem::Unreadable("Nothing that reads as a date")),
        Shape::ShortYear => settled.problems.push(Problem::ShortYear),
        Shape::Serial(day) => settled.problems.push(Problem::Serial(Date::of(*day))),
        Shape::TypedYear(day, year) => settled.problems.push(Problem::TypedYear(Date::of(*day), *year)),
        Shape::School(year, second) if column.is_school => {
            settled.problems.push(Problem::Vague(vec![*year, year / 100 * 100 + second]));
        }
        Shape::School(year, month) => settled.take(*year, Some(*month), None, answers),
        Shape::Vague(years) => match years[..] {
            [year] if answers.vague_years => settled.take(year, None, None, answers),
            _ => settled.problems.push(Problem::Vague(years.clone())),
        },
        Shape::Ordered(first, second, year) => settled.order((*first, *second, *year), column, answers),
        Shape::Ymd(year, Some(month), Some(day))
            if said.stamp.is_some() && column.may_be_swapped && month != day =>
        {
            settled.swap((*year, *month, *day), answers);
        }
        Shape::Ymd(year, month, day) => settled.take(*year, *month, *day, answers),
    }
    settled
}

impl Settled {
    /// Takes a date whose parts are told apart, in the calendar that the publisher has named.
    fn take(&mut self, year: u32, month: Option<u32>, day: Option<u32>, answers: &Answers) {
        let is_buddhist = (2400..=2700).contains(&year);
        let year = if is_buddhist && answers.buddhist { year - 543 } else { year };
        if (2400..=2700).contains(&year) || (1300..=1500).contains(&year) {
            self.problems.push(Problem::Calendar(year));
        } else if !is_usual(year) {
            self.problems.push(Problem::Unreadable("Outside of the years 1900 to 2100"));
        } else {
            self.date = date(year, month, day);
            if self.date.is_none() {
                self.problems.push(Problem::Unreadable("There is no such day"));
            }
        }
    }

    fn order(&mut self, (first, second, year): (u32, u32, u32), column: &Column, answers: &Answers) {
        let shape = Shape::Ordered(first, second, year);
        let is_either = first != second && first <= 12 && second <= 12;
        let own = proof(&shape).or((!is_either).then_some(Order::DayFirst));
        let order = own.or(answers.order).or(column.order.as_ref().map(|order| order.0));
        if own.is_none() && answers.order.is_none() {
            self.proof = column.order.as_ref().map(|order| order.1.clone());
        }
        match order {
            Some(Order::MonthFirst) => self.take(year, Some(first), Some(second), answers),
            Some(Order::DayFirst) => self.take(year, Some(second), Some(first), answers),
            None => {
                self.take(year, None, None, answers);
                self.date = None;
                self.problems.push(Problem::Order);
            }
        }
    }

    fn swap(&mut self, (year, month, day): (u32, u32, u32), answers: &Answers) {
        match answers.swapped {
            Some(true) => self.take(year, Some(day), Some(month), answers),
            Some(false) => self.take(year, Some(month), Some(day), answers),
            None => {
                let as_it_stands =
                    date(year, Some(month), Some(day)).unwrap_or(Date::of(Day { year: 1, month: 1, day: 1 }));
                self.problems.push(Problem::Swapped(as_it_stands));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::column::{Answers, Column, Order};
    use super::super::of_text;
    use super::*;

    fn dates(head: &str, texts: &[&str], answers: Answers) -> Vec<String> {
        let cells: Vec<(String, Said)> =
            texts.iter().map(|text| ((*text).to_owned(), of_text(text))).collect();
        let column = Column::new((head, "head".to_owned()), &cells);
        let told = |said: &Said| {
            let settled = settle(said, &column, &answers);
            settled.date.map_or_else(|| format!("{:?}", settled.problems), |date| date.to_string())
        };
        cells.iter().map(|(_, said)| told(said)).collect()
    }

    #[test]
    fn a_cell_proves_the_order_of_its_column() {
        let none = Answers::default();
        assert_eq!(dates("Date", &["27.03.2015", "04.05.2014"], none), ["2015-03-27", "2014-05-04"]);
        assert_eq!(dates("Date", &["03/27/2015", "04/05/2014"], none), ["2015-03-27", "2014-04-05"]);
        assert_eq!(dates("Date", &["05/06/2014", "07/07/2014"], none), ["[Order]", "2014-07-07"]);
        assert_eq!(
            dates("Date", &["27/03/2015", "03/27/2015", "04/05/2014"], none),
            ["2015-03-27", "2015-03-27", "[Order]"]
        );
        assert_eq!(dates("Date (MM/DD/YYYY)", &["05/06/2014"], none), ["2014-05-06"]);
        assert_eq!(dates("Fecha (dd/mm/aaaa)", &["05/06/2014"], none), ["2014-06-05"]);
        let order = Some(Order::MonthFirst);
        assert_eq!(dates("Date", &["05/06/2014"], Answers { order, ..none }), ["2014-05-06"]);
    }

    #[test]
    fn two_years_in_a_column_make_others_doubtful() {
        let none = Answers::default();
        assert_eq!(dates("Date", &["2011-12"], none), ["2011-12"]);
        assert_eq!(
            dates("Date", &["2011-12", "2012-13"], none),
            ["[Vague([2011, 2012])]", "[Vague([2012, 2013])]"]
        );
    }

    #[test]
    fn years_of_other_calendars_are_asked() {
        let none = Answers::default();
        let buddhist = Answers { buddhist: true, ..none };
        assert_eq!(
            dates("Date", &["2557", "1435", "2557-05"], none),
            ["[Calendar(2557)]", "[Calendar(1435)]", "[Calendar(2557)]"]
        );
        assert_eq!(dates("Date", &["2557", "1435"], buddhist), ["2014", "[Calendar(1435)]"]);
        assert_eq!(dates("Date", &["12/05/2557"], none), ["[Calendar(2557), Order]"]);
    }
}
