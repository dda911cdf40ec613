//! What makes a finding the same finding after other lines of the file have changed.
//!
//! A fingerprint is made of the rule, the file, the unit and the marked text, never of line numbers; repetitions are
//! numbered, so that within one report each is unique.
//! The hash is FNV-1a with 128 bits (Fowler, Noll, Vo; RFC 9923): it is the same on every platform and in every
//! version, which the standard library's is not, and nobody gains from a collision.

use std::collections::BTreeMap;

use super::positions::Positions;
use crate::diagnostic::Diagnostic;

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0100_0000_0000_0000_0000_013b;

/// The fingerprint of each finding, in order: 32 hexadecimal digits.
pub(super) fn fingerprints(found: &[Diagnostic], positions: &Positions<'_>) -> Vec<String> {
    let mut seen: BTreeMap<u128, u32> = BTreeMap::new();
    let mut all = Vec::with_capacity(found.len());
    for finding in found {
        let at = finding.primary.at;
        let marked = at.span.slice(&positions.file(at.source).text);
        let unit = finding.unit.as_deref().unwrap_or_default();
        let base = hash(&[finding.rule, positions.relative(at.source), unit, marked], 0);
        let times = seen.entry(base).or_default();
        all.push(format!("{:032x}", hash(&[&format!("{base:032x}")], *times)));
        *times += 1;
    }
    all
}

/// The parts are kept apart by a byte that UTF-8 does not have.
fn hash(parts: &[&str], number: u32) -> u128 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xFF]));
    bytes
        .chain(number.to_le_bytes())
        .fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        let of = |bytes: &[u8]| {
            bytes.iter().fold(OFFSET, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME))
        };
        // The published vector for "a".
        assert_eq!(format!("{:032x}", of(b"a")), "d228cb696f1a8caf78912b704e4a8964");
        assert_ne!(hash(&["ab", "c"], 0), hash(&["a", "bc"], 0));
    }
}
