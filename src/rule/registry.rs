//! The registry of rules: one line a rule, in alphabetical order, those that compare the bitexts of a run apart.

use super::{
    OptionError, ProjectRule, Rule, RuleOptions, acronym_late, acronym_mismatch, acronym_redefined,
    acronym_undefined, chrome_unpaired, date_order, do_not_translate, double_space, glued_sentence,
    mixed_script, name_form, name_inconsistent, name_untransliterated, name_variant,
    no_break_space, number_mismatch, placeholder_mismatch, raw_placeholder, term_case, term_count,
    term_deprecated, term_forbidden, term_inconsistent, term_missing, term_spelling,
    term_untranslated, unbalanced, unit_inconsistent, unit_missing, unit_untranslated,
};

/// Every rule for one bitext, with its options.
///
/// # Errors
///
/// Where a rule cannot use its options.
pub fn all(options: &RuleOptions) -> Result<Vec<Box<dyn Rule>>, OptionError> {
    Ok(vec![
        Box::new(acronym_late::AcronymLate),
        Box::new(acronym_mismatch::AcronymMismatch),
        Box::new(acronym_redefined::AcronymRedefined),
        Box::new(acronym_undefined::AcronymUndefined),
        Box::new(chrome_unpaired::ChromeUnpaired),
        Box::new(date_order::DateOrders),
        Box::new(do_not_translate::DoNotTranslate),
        Box::new(double_space::DoubleSpace),
        Box::new(glued_sentence::GluedSentence),
        Box::new(mixed_script::MixedScript),
        Box::new(name_form::NameForm),
        Box::new(name_untransliterated::NameUntransliterated),
        Box::new(name_variant::NameVariant),
        Box::new(no_break_space::NoBreakSpace),
        Box::new(number_mismatch::NumberMismatch),
        Box::new(placeholder_mismatch::PlaceholderMismatch),
        Box::new(raw_placeholder::RawPlaceholder),
        Box::new(term_case::TermCase),
        Box::new(term_count::TermCount::new(options)?),
        Box::new(term_deprecated::TermDeprecated),
        Box::new(term_forbidden::TermForbidden),
        Box::new(term_missing::TermMissing),
        Box::new(term_spelling::TermSpelling),
        Box::new(term_untranslated::TermUntranslated),
        Box::new(unbalanced::Unbalanced),
        Box::new(unit_missing::UnitMissing),
        Box::new(unit_untranslated::UnitUntranslated),
    ])
}

/// Every rule that compares the bitexts of a run, with its options.
///
/// # Errors
///
/// Where a rule cannot use its options.
pub fn of_projects(options: &RuleOptions) -> Result<Vec<Box<dyn ProjectRule>>, OptionError> {
    Ok(vec![
        Box::new(name_inconsistent::NameInconsistent),
        Box::new(term_inconsistent::TermInconsistent::new(options)?),
        Box::new(unit_inconsistent::UnitInconsistent::new(options)?),
    ])
}

/// What is known of everything that `check` reports, in alphabetical order of the codes.
pub fn metas() -> Vec<&'static super::RuleMeta> {
    let rules = all(&RuleOptions::new()).unwrap_or_default();
    let mut metas: Vec<&'static super::RuleMeta> = rules.iter().map(|rule| rule.meta()).collect();
    let projects = of_projects(&RuleOptions::new()).unwrap_or_default();
    metas.extend(projects.iter().map(|rule| rule.meta()));
    metas.push(&super::UNUSED_SUPPRESSION);
    metas.sort_unstable_by_key(|meta| meta.code);
    metas
}

/// The codes of all findings of `check`, in alphabetical order.
pub fn rule_codes() -> Vec<&'static str> {
    metas().iter().map(|meta| meta.code).collect()
}
