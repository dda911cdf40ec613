//! The registry of rules: one line a rule, in alphabetical order.

use super::{
    OptionError, Rule, RuleOptions, acronym_late, acronym_mismatch, acronym_undefined,
    chrome_unpaired, glued_sentence, name_form, number_mismatch, placeholder_mismatch,
    term_deprecated, term_forbidden, term_missing, term_untranslated, unit_missing,
    unit_untranslated,
};

/// Every rule, with its options.
///
/// # Errors
///
/// Where a rule cannot use its options.
pub fn all(_options: &RuleOptions) -> Result<Vec<Box<dyn Rule>>, OptionError> {
    Ok(vec![
        Box::new(acronym_late::AcronymLate),
        Box::new(acronym_mismatch::AcronymMismatch),
        Box::new(acronym_undefined::AcronymUndefined),
        Box::new(chrome_unpaired::ChromeUnpaired),
        Box::new(glued_sentence::GluedSentence),
        Box::new(name_form::NameForm),
        Box::new(number_mismatch::NumberMismatch),
        Box::new(placeholder_mismatch::PlaceholderMismatch),
        Box::new(term_deprecated::TermDeprecated),
        Box::new(term_forbidden::TermForbidden),
        Box::new(term_missing::TermMissing),
        Box::new(term_untranslated::TermUntranslated),
        Box::new(unit_missing::UnitMissing),
        Box::new(unit_untranslated::UnitUntranslated),
    ])
}

/// What is known of everything that `check` reports, in alphabetical order of the codes.
pub fn metas() -> Vec<&'static super::RuleMeta> {
    let rules = all(&RuleOptions::new()).unwrap_or_default();
    let mut metas: Vec<&'static super::RuleMeta> = rules.iter().map(|rule| rule.meta()).collect();
    metas.push(&super::UNUSED_SUPPRESSION);
    metas.sort_unstable_by_key(|meta| meta.code);
    metas
}

/// The codes of all findings of `check`, in alphabetical order.
pub fn rule_codes() -> Vec<&'static str> {
    metas().iter().map(|meta| meta.code).collect()
}
