//! Attributes: those that people read, those that hide, and those that say what a region is.

use crate::document::{Kind, Role};
use crate::text::Span;

use super::element::Tag;
use super::hints::{self, Hint};
use super::regions::Evidence;
use super::tokens::{Attribute, Start};

/// The attributes of a tag that are shown or read out, with the kind of block that each makes.
pub(super) fn readable(start: &Start, file: &str) -> impl Iterator<Item = (Kind, Span)> {
    let tag = start.name.tag;
    let kind = start.get(Attribute::Type).map(|span| span.slice(file).to_ascii_lowercase());
    let kind = kind.unwrap_or_default();
    let pushed = matches!(kind.as_str(), "submit" | "button" | "reset");
    let unseen =
        matches!(tag, Tag::Meta | Tag::Html | Tag::Head | Tag::Style | Tag::Script | Tag::Noscript)
            || (tag == Tag::Input && kind == "hidden");
    start.attributes.iter().filter_map(move |(attribute, span)| {
        let block = match attribute {
            _ if unseen || span.is_empty() => return None,
            Attribute::Alt if matches!(tag, Tag::Image | Tag::Input) => Kind::Label,
            Attribute::Title | Attribute::AriaLabel => Kind::Label,
            Attribute::Placeholder if matches!(tag, Tag::Input | Tag::Textarea) => Kind::Label,
            Attribute::Label if tag == Tag::Option => Kind::Label,
            Attribute::Value if tag == Tag::Input && pushed => Kind::Button,
            _ => return None,
        };
        Some((block, *span))
    })
}

/// Is the element, with all that is in it, out of sight?
pub(super) fn is_hidden(start: &Start, file: &str) -> bool {
    // Scripts hide the page behind a dialogue this way; what is hidden then is still the page.
    if matches!(start.name.tag, Tag::Html | Tag::Body) {
        return false;
    }
    if start.get(Attribute::Hidden).is_some() {
        return true;
    }
    let is =
        |name, test: fn(&str) -> bool| start.get(name).is_some_and(|span| test(span.slice(file)));
    is(Attribute::AriaHidden, |value| value.trim().eq_ignore_ascii_case("true"))
        || is(Attribute::Style, hides)
}

/// What an element says of whether it is to be translated, by `translate` or by the class `notranslate`; `None` where it
/// says nothing, and is as the element round it (HTML standard, section 3.2.6.3).
///
/// On the whole page it only keeps browsers from offering a translation of their own, and says nothing of the text.
pub(super) fn translates(start: &Start, file: &str) -> Option<bool> {
    if matches!(start.name.tag, Tag::Html | Tag::Body) {
        return None;
    }
    let value = |name| start.get(name).map(|span: Span| span.slice(file).trim());
    let said = value(Attribute::Translate).and_then(|said| match said {
        "" => Some(true),
        _ if said.eq_ignore_ascii_case("yes") => Some(true),
        _ if said.eq_ignore_ascii_case("no") => Some(false),
        _ => None,
    });
    let is_marked = |names: &str| names.split_ascii_whitespace().any(|name| name == "notranslate");
    said.or_else(|| value(Attribute::Class).is_some_and(is_marked).then_some(false))
}

/// Does a style declare `display: none` or `visibility: hidden`?
fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let Some((name, value)) = declaration.split_once(':') else { return false };
        let value = value.trim().trim_end_matches("!important").trim_end();
        let (name, is) = (name.trim(), |other| value.eq_ignore_ascii_case(other));
        (name.eq_ignore_ascii_case("display") && is("none"))
            || (name.eq_ignore_ascii_case("visibility") && (is("hidden") || is("collapse")))
    })
}

/// What a start tag says of the region that it opens. `in_article`: does it stand in an article, section or main?
pub(super) fn evidence(
    start: &Start,
    file: &str,
    in_article: bool,
) -> Option<(Evidence, Option<Kind>)> {
    let tag = start.name.tag;
    let role = start.get(Attribute::Role).map(|span| span.slice(file).trim());
    if let Some(found) = role.and_then(by_role) {
        return Some(found);
    }
    let chrome = Evidence::Likely(Role::Chrome);
    match tag {
        Tag::Nav => return Some((Evidence::Certain(Role::Chrome), Some(Kind::Navigation))),
        Tag::Footer => return Some((Evidence::Certain(Role::Chrome), Some(Kind::Footer))),
        Tag::Article => return Some((Evidence::Article, None)),
        Tag::Main => return Some((Evidence::Main, None)),
        Tag::Html | Tag::Body | Tag::Head | Tag::Title => return None,
        _ if !tag.is_block() => return None,
        _ => {}
    }
    if let Some(Hint { role, kind }) = by_names(start, file) {
        let evidence = role.map_or(Evidence::Nothing, Evidence::Likely);
        return Some((evidence, kind));
    }
    if start.get(Attribute::Itemprop).is_some_and(|span| span.slice(file) == "articleBody") {
        return Some((Evidence::Likely(Role::Body), None));
    }
    match tag {
        Tag::Aside => Some((chrome, None)),
        Tag::Form => Some((chrome, Some(Kind::Form))),
        Tag::Dialog => Some((chrome, Some(Kind::Notice))),
        Tag::Header if !in_article => Some((chrome, None)),
        _ => None,
    }
}

fn by_names(start: &Start, file: &str) -> Option<Hint> {
    [Attribute::Class, Attribute::Id]
        .into_iter()
        .find_map(|name| hints::hint(start.get(name)?.slice(file)))
}

/// Landmark roles of WAI-ARIA 1.2, section 5.3.4, and those of dialogues and menus.
fn by_role(role: &str) -> Option<(Evidence, Option<Kind>)> {
    let (certain, likely) = (Evidence::Certain(Role::Chrome), Evidence::Likely(Role::Chrome));
    Some(match role {
        "navigation" | "menu" | "menubar" => (certain, Some(Kind::Navigation)),
        "contentinfo" => (certain, Some(Kind::Footer)),
        "banner" | "complementary" => (likely, None),
        "search" | "form" => (likely, Some(Kind::Form)),
        "dialog" | "alertdialog" | "alert" => (likely, Some(Kind::Notice)),
        "article" => (Evidence::Article, None),
        "main" => (Evidence::Main, None),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_hide_are_known_and_others_are_not() {
        assert!(hides("color:red; DISPLAY : none"));
        assert!(hides("display:none!important;"));
        assert!(hides("visibility: hidden"));
        assert!(!hides("display:block;background:none"));
        assert!(!hides("--display:none-such"));
    }
}
