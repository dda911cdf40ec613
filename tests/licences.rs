//! Every package that the program is built from may be given away under the program's own licences.

use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than naming the authors, and MPL-2.0, which asks for changes to its own files only.
const ACCEPTED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Is an SPDX expression fulfilled by accepted licences? `AND` binds closer than `OR`; an old `/` is an `OR`.
fn is_accepted(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = tokens.as_slice();
    let accepted = any_of(&mut rest);
    accepted && rest.is_empty()
}

fn any_of(rest: &mut &[&str]) -> bool {
    let mut accepted = all_of(rest);
    while take(rest, "OR") {
        accepted |= all_of(rest);
    }
    accepted
}

fn all_of(rest: &mut &[&str]) -> bool {
    let mut accepted = one(rest);
    while take(rest, "AND") {
        accepted &= one(rest);
    }
    accepted
}

fn one(rest: &mut &[&str]) -> bool {
    if take(rest, "(") {
        let accepted = any_of(rest);
        return take(rest, ")") && accepted;
    }
    let Some((name, behind)) = rest.split_first() else { return false };
    *rest = behind;
    let mut licence = (*name).to_owned();
    if take(rest, "WITH")
        && let Some((exception, behind)) = rest.split_first()
    {
        licence = format!("{licence} WITH {exception}");
        *rest = behind;
    }
    ACCEPTED.contains(&licence.as_str())
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, behind)) if *first == word => {
            *rest = behind;
            true
        }
        _ => false,
    }
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    for accepted in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(GPL-3.0 OR MIT) AND Zlib"] {
        assert!(is_accepted(accepted), "{accepted}");
    }
    for refused in
        ["", "GPL-3.0", "MIT AND GPL-3.0", "GPL-3.0 OR MIT AND AGPL-3.0", "(MIT", "MIT MIT"]
    {
        assert!(!is_accepted(refused), "{refused}");
    }
}

/// What cargo knows of the packages: of all platforms' where they have been fetched (`cargo fetch --locked`, as continuous
/// integration does), else of those that this platform builds from, which are there because the tests were built.
#[allow(clippy::print_stdout, reason = "a test says what it leaves out")]
fn metadata() -> Value {
    let ask = |more: &[&str]| {
        Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--offline", "--locked"])
            .args(more)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs")
    };
    let mut output = ask(&[]);
    if !output.status.success() {
        println!("packages of other platforms are not fetched, and not looked at");
        output = ask(&["--filter-platform", &host()]);
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// This platform, as cargo names it.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc names its host").to_owned()
}

#[test]
fn every_dependency_has_an_accepted_licence() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 20, "these are not all: {}", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !is_accepted(package["license"].as_str().unwrap_or_default()))
        .map(|package| {
            format!("{} {}: {}", package["name"], package["version"], package["license"])
        })
        .collect();
    assert!(refused.is_empty(), "\n{}", refused.join("\n"));
}
