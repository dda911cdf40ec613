//! What the documents say themselves, round the texts that they show.

use crate::bitext::Tier;
use crate::diagnostic::Applicability;
use crate::diagnostic::Severity;
use crate::document::Kind;
use crate::glossary::ConceptKind;
use crate::glossary::Status;
use crate::message::Message;

crate::messages! { MESSAGES;
    languages = "render-languages" (source, target);
    index_title = "render-index-title" ();
    index_page = "render-index-page" ();
    index_rows = "render-index-rows" ();
    index_open = "render-index-open" ();
    index_errors = "render-index-errors" ();
    index_warnings = "render-index-warnings" ();
    skip = "render-skip" ();
    rows = "render-rows" (count);
    errors = "render-errors" (count);
    warnings = "render-warnings" (count);
    infos = "render-infos" (count);
    open_rows = "render-open-rows" (count);
    mended_count = "render-mended-count" (count);
    no_findings = "render-no-findings" ();
    show = "render-show" ();
    show_all = "render-show-all" ();
    show_found = "render-show-found" ();
    show_errors = "render-show-errors" ();
    show_open = "render-show-open" ();
    nothing_shown = "render-nothing-shown" ();
    contents = "render-contents" ();
    body = "render-body" ();
    chrome = "render-chrome" ();
    findings = "render-findings" ();
    glossary = "render-glossary" ();
    tally = "render-tally" ();
    tally_sum = "render-tally-sum" (used, kept, broken);
    tally_used = "render-tally-used" ();
    tally_kept = "render-tally-kept" ();
    tally_missing = "render-tally-missing" ();
    tally_forbidden = "render-tally-forbidden" ();
    tally_deprecated = "render-tally-deprecated" ();
    tally_untranslated = "render-tally-untranslated" ();
    tally_spelling = "render-tally-spelling" ();
    tally_case = "render-tally-case" ();
    tally_unasked = "render-tally-unasked" ();
    tally_open = "render-tally-open" ();
    row = "render-row" ();
    row_number = "render-row-number" (number);
    notes = "render-notes" ();
    legend = "render-legend" ();
    legend_finding = "render-legend-finding" ();
    legend_removed = "render-legend-removed" ();
    legend_added = "render-legend-added" ();
    legend_term = "render-legend-term" ();
    legend_open = "render-legend-open" ();
    legend_hidden = "render-legend-hidden" ();
    sample_words = "render-sample-words" ();
    sample_old = "render-sample-old" ();
    sample_new = "render-sample-new" ();
    removed = "render-removed" ();
    added = "render-added" ();
    end_change = "render-end-change" ();
    to_translate = "render-to-translate" (lang);
    no_source = "render-no-source" ();
    hints = "render-hints" ();
    fixed_form = "render-fixed-form" ();
    mended = "render-mended" ();
    suggestion = "render-suggestion" ();
    unsafe_fix = "render-unsafe-fix" ();
    safe_fix = "render-safe-fix" ();
    supplied = "render-supplied" ();
    paired_exact = "render-paired-exact" (message);
    paired_normalised = "render-paired-normalised" (message);
    paired_template = "render-paired-template" (message);
    paired_fuzzy = "render-paired-fuzzy" (message);
    unpaired = "render-unpaired" ();
    ambiguous = "render-ambiguous" ();
    unsure = "render-unsure" (percent);
    to_review = "render-to-review" ();
    skipped = "render-skipped" ();
    note = "render-note" ();
    elsewhere = "render-elsewhere" ();
    severity_error = "render-severity-error" ();
    severity_warning = "render-severity-warning" ();
    severity_info = "render-severity-info" ();
    status_preferred = "render-status-preferred" ();
    status_admitted = "render-status-admitted" ();
    status_deprecated = "render-status-deprecated" ();
    status_forbidden = "render-status-forbidden" ();
    no_form = "render-no-form" ();
    domain = "render-domain" ();
    origin = "render-origin" ();
    use_instead = "render-use-instead" (form);
    keep_as_is = "render-keep-as-is" ();
    concept_term = "render-concept-term" ();
    concept_person = "render-concept-person" ();
    concept_place = "render-concept-place" ();
    concept_organization = "render-concept-organization" ();
    previous = "render-previous" ();
    next = "render-next" ();
    help = "render-help" ();
    close = "render-close" ();
    whole_entry = "render-whole-entry" ();
    keys_on = "render-keys-on" ();
    key_next = "render-key-next" ();
    key_previous = "render-key-previous" ();
    key_filter = "render-key-filter" ();
    key_help = "render-key-help" ();
    made_with = "render-made-with" ();
    space = "render-space" ();
    no_break_space = "render-no-break-space" ();
    kind_title = "render-kind-title" ();
    kind_dateline = "render-kind-dateline" ();
    kind_heading = "render-kind-heading" ();
    kind_paragraph = "render-kind-paragraph" ();
    kind_quote = "render-kind-quote" ();
    kind_list_item = "render-kind-list-item" ();
    kind_table_cell = "render-kind-table-cell" ();
    kind_code = "render-kind-code" ();
    kind_credit = "render-kind-credit" ();
    kind_caption = "render-kind-caption" ();
    kind_byline = "render-kind-byline" ();
    kind_author = "render-kind-author" ();
    kind_navigation = "render-kind-navigation" ();
    kind_share = "render-kind-share" ();
    kind_form = "render-kind-form" ();
    kind_button = "render-kind-button" ();
    kind_label = "render-kind-label" ();
    kind_notice = "render-kind-notice" ();
    kind_footer = "render-kind-footer" ();
    kind_other = "render-kind-other" ();
}

pub(super) fn severity(severity: Severity) -> Message {
    match severity {
        Severity::Error => severity_error(),
        Severity::Warning => severity_warning(),
        Severity::Info => severity_info(),
    }
}

pub(super) fn counted(severity: Severity, count: usize) -> Message {
    match severity {
        Severity::Error => errors(count),
        Severity::Warning => warnings(count),
        Severity::Info => infos(count),
    }
}

pub(super) fn applicability(applicability: Applicability) -> Message {
    match applicability {
        Applicability::Suggestion => suggestion(),
        Applicability::Unsafe => unsafe_fix(),
        Applicability::Safe => safe_fix(),
    }
}

pub(super) fn status(status: Status) -> Message {
    match status {
        Status::Preferred => status_preferred(),
        Status::Admitted => status_admitted(),
        Status::Deprecated => status_deprecated(),
        Status::Forbidden => status_forbidden(),
    }
}

pub(super) fn concept(kind: ConceptKind) -> Message {
    match kind {
        ConceptKind::Term => concept_term(),
        ConceptKind::Person => concept_person(),
        ConceptKind::Place => concept_place(),
        ConceptKind::Organization => concept_organization(),
    }
}

pub(super) fn paired(tier: Tier, message: &str) -> Message {
    match tier {
        Tier::Exact => paired_exact(message),
        Tier::Normalised => paired_normalised(message),
        Tier::Template => paired_template(message),
        Tier::Fuzzy => paired_fuzzy(message),
    }
}

pub(super) fn kind(kind: Kind) -> Message {
    match kind {
        Kind::Title => kind_title(),
        Kind::Dateline => kind_dateline(),
        Kind::Heading => kind_heading(),
        Kind::Paragraph => kind_paragraph(),
        Kind::Quote => kind_quote(),
        Kind::ListItem => kind_list_item(),
        Kind::TableCell => kind_table_cell(),
        Kind::Code => kind_code(),
        Kind::Credit => kind_credit(),
        Kind::Caption => kind_caption(),
        Kind::Byline => kind_byline(),
        Kind::Author => kind_author(),
        Kind::Navigation => kind_navigation(),
        Kind::Share => kind_share(),
        Kind::Form => kind_form(),
        Kind::Button => kind_button(),
        Kind::Label => kind_label(),
        Kind::Notice => kind_notice(),
        Kind::Footer => kind_footer(),
        Kind::Other => kind_other(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::LOCALES;

    #[test]
    fn every_language_has_words_for_all_of_it() {
        for locale in LOCALES {
            for spec in MESSAGES {
                let start = format!("{} =", spec.id);
                let own =
                    |(_, text): &(&str, &str)| text.lines().any(|line| line.starts_with(&start));
                assert!(locale.files.iter().any(own), "{} lacks {}", locale.lang, spec.id);
            }
        }
    }
}
