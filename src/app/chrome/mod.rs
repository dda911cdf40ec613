//! The chrome of a page as units: each line with its side in the other language, from the catalogue.
//!
//! The commands about chrome stand beside: pairing the lines of a page, auditing catalogues, adding to them.

mod add;
mod audit;
mod hosts;
mod load;
mod pair;
mod typography;

use unic_langid::LanguageIdentifier;

pub use add::{AddRequest, Added, add_messages};
pub use audit::{Audited, audit};
pub(super) use load::catalogue;
pub use pair::{ChromeRequest, PairedLine, PairedPage, pair_lines};

use super::bitext::{BlockPart, Ids, is_name, parts};
use super::page::SplitPage;
use crate::bitext::{Bitext, Facing, Origin, Paragraph, Side, State, Unit};
use crate::chrome::Catalogue;
use crate::document::Role;
use crate::lang;
use crate::message::MessageSpec;

/// Everything that these commands may say.
pub(super) fn messages() -> [&'static [MessageSpec]; 6] {
    [
        add::MESSAGES,
        audit::MESSAGES,
        hosts::MESSAGES,
        load::MESSAGES,
        pair::MESSAGES,
        typography::MESSAGES,
    ]
}

/// Adds the chrome of a page behind the body: in the bitext's languages, whichever of them the chrome is in.
pub(super) fn add(
    bitext: &mut Bitext,
    page: &SplitPage,
    chrome_lang: &LanguageIdentifier,
    catalogue: &Catalogue,
) {
    let mut ids = Ids::default();
    for part in page.blocks.iter().flat_map(|block| parts(page, block, Role::Chrome)) {
        // A line that is surely in the body's language is chrome in that language.
        let known = part.lang.as_ref().filter(|found| is_of(bitext, found));
        let facing = facing(bitext, known.unwrap_or(chrome_lang));
        let number = bitext.units.len();
        let (passage, kind) = (part.passage.clone(), part.kind);
        let unit = unit(bitext, part, facing, catalogue, &mut ids);
        bitext.units.push(unit);
        let units = number..number + 1;
        bitext.paragraphs.push(Paragraph { passage, facing, role: Role::Chrome, kind, units });
    }
}

fn is_of(bitext: &Bitext, found: &LanguageIdentifier) -> bool {
    lang::same(found, &bitext.source_lang) || lang::same(found, &bitext.target_lang)
}

fn facing(bitext: &Bitext, chrome: &LanguageIdentifier) -> Facing {
    if lang::same(chrome, &bitext.source_lang) { Facing::Source } else { Facing::Target }
}

fn unit(
    bitext: &Bitext,
    part: BlockPart,
    facing: Facing,
    catalogue: &Catalogue,
    ids: &mut Ids,
) -> Unit {
    let (own, other) = match facing {
        Facing::Source => (&bitext.source_lang, &bitext.target_lang),
        Facing::Target => (&bitext.target_lang, &bitext.source_lang),
    };
    let BlockPart { passage, kind, lang } = part;
    let pairing = catalogue.pair(&passage.text, own, other);
    let id = ids.next('c', &passage.text);
    let best = pairing.found.first();
    // A name that no catalogue holds is the same in both languages.
    let name = best.is_none() && lang.is_none() && is_name(&passage.text);
    let origin = match best {
        Some(best) => Origin::Catalogue { message: best.message.clone(), tier: best.tier },
        None if name => Origin::Given,
        None => Origin::Open,
    };
    let same = name.then(|| passage.text.clone());
    let supplied = best.map(|best| best.text.clone()).or(same).map(Side::Supplied);
    let (source, target) = match facing {
        Facing::Source => (Some(Side::File(passage)), supplied),
        Facing::Target => (supplied, Some(Side::File(passage))),
    };
    let others: Vec<&str> = pairing.found.iter().skip(1).map(|other| other.text.as_str()).collect();
    let note = (!others.is_empty()).then(|| others.join(" | "));
    let state = if best.is_some() || name { State::Translated } else { State::Untranslated };
    Unit { id, source, target, role: Role::Chrome, kind, origin, state, paragraph: 0, note }
}
