//! `completions SHELL` and `man [COMMAND]`: what shells and `man` know of this program, made from the declarations of its
//! arguments.

use crate::Program;
use crate::write::print;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

const NAME: &str = "policy-explorer";

/// Print the completions for a shell
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer completions bash > ~/.local/share/bash-completion/completions/policy-explorer
  policy-explorer completions fish > ~/.config/fish/completions/policy-explorer.fish")]
pub struct Completions {
    /// The shell
    shell: Shell,
}

/// Print a manual page
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer man > policy-explorer.1
  policy-explorer man check | man -l -")]
pub struct Man {
    /// The command whose page is printed; without it, the page of the program
    command: Option<String>,
}

/// Prints the completions.
///
/// # Errors
/// In words, when the output cannot be written.
pub fn completions(arguments: &Completions) -> Result<bool, String> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Program::command(), NAME, &mut script);
    print(&script).map(|()| true)
}

/// Prints a manual page.
///
/// # Errors
/// In words, when there is no such command, or the output cannot be written.
pub fn man(arguments: &Man) -> Result<bool, String> {
    let mut program = Program::command();
    program.build();
    let page = match &arguments.command {
        None => program,
        Some(name) => {
            let command =
                program.find_subcommand(name).ok_or_else(|| format!("there is no command {name}"))?;
            command.clone().display_name(format!("{NAME}-{name}"))
        }
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text).map_err(|error| error.to_string())?;
    print(&text).map(|()| true)
}
