//! The fields of the view as options: what the element takes as an attribute, a command takes under the same name.

use clap::{Arg, ArgMatches, Args, Command, Error, FromArgMatches};
use policy_explorer::model::field::Field;

/// The fields that were given, in the order of `Field::ALL`.
pub struct Fields(pub Vec<(Field, String)>);

/// The language is an option of its own.
fn options() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| *field != Field::Lang)
}

/// What stands for the value, and what the option is for.
fn described(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Measure => ("ID", "The measure, or overall"),
        Field::Date => ("DATE", "The state of the world as of this date"),
        Field::Known => ("DATE", "Only what was on record by this date"),
        Field::Against => ("DATE", "An earlier date to compare with"),
        Field::View => ("VIEW", "map, table, trend or changes"),
        Field::Projection => ("NAME", "equal-earth, globe or tiles"),
        Field::Camera => ("PLACE", "Where the map is looked at from: latitude, longitude and zoom"),
        Field::Country => ("CODE", "The country whose profile is open"),
        Field::Compare => ("CODES", "The countries to compare, separated by spaces"),
        Field::Region => ("IDS", "The regions to keep, separated by spaces"),
        Field::Group => ("IDS", "The groups to keep, separated by spaces"),
        Field::Status => ("IDS", "The statuses to keep, separated by spaces"),
        Field::Sort => ("COLUMN", "The column that the table is sorted by; - before it reverses the order"),
        Field::Find => ("TEXT", "A part of the names of the countries to keep in the table"),
        Field::Pattern => ("STRENGTH", "light draws patterns lightly"),
        Field::Lang => ("TAG", "The language"),
        Field::Theme => ("THEME", "auto, light or dark"),
        Field::Heading => ("LEVEL", "The level of the widget’s own heading, 1 to 6"),
        Field::Hide => ("PARTS", "The parts to leave out, separated by spaces"),
    }
}

impl Args for Fields {
    fn augment_args(command: Command) -> Command {
        let option = |field: Field| {
            let (value, help) = described(field);
            Arg::new(field.name())
                .long(field.name())
                .value_name(value)
                .help(help)
                .help_heading("What is shown")
                .allow_hyphen_values(true)
        };
        command.args(options().map(option))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Fields {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let given = |field: Field| Some((field, matches.get_one::<String>(field.name())?.clone()));
        Ok(Self(options().filter_map(given).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
