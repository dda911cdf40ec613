//! The program: hands the arguments and the surroundings to the library, and the status back to the system.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use visavis::cli::{self, Terminal};
use visavis::l10n::Localizer;

fn main() -> ExitCode {
    let args: Vec<OsString> = env::args_os().collect();
    let read = |name: &str| env::var(name).ok();
    let terminal =
        Terminal::new(&args, &read, io::stdout().is_terminal(), io::stderr().is_terminal());
    let l10n = Localizer::new(&cli::ui_language(&args, &read));
    let mut out = BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    match cli::parse(&args, &l10n, &terminal) {
        Ok(invocation) => {
            ExitCode::from(cli::run(&invocation, &l10n, terminal.color_out, &mut out, &mut err))
        }
        Err(exit) => {
            let told = cli::write(&exit.stdout, &mut out)
                .and_then(|()| err.write_all(exit.stderr.as_bytes()));
            ExitCode::from(if told.is_ok() { exit.status } else { cli::WRONG_USAGE })
        }
    }
}
