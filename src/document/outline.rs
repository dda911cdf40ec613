//! The elements that a page's blocks stand in, as far as they tell an article from the site round it.
//!
//! An element is what the markup says of it and the number of the one round it, which is always lower, so that sums over
//! whatever stands inside are one loop and no nesting costs stack. Formats without elements have only the page.

/// How an element takes part in a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// A division that holds blocks: `div`, `section`, a list, the page.
    #[default]
    Area,
    /// A division of its own kind that interrupts the text: `figure`, `address`, `details`.
    Aside,
    /// A block of text that stands with its neighbours: a paragraph, a heading.
    Line,
    /// A quotation; stands with its neighbours too.
    Quote,
    /// A block of text that stands for itself: a list item, a caption.
    Item,
    /// Anything else: tables, buttons.
    Other,
}

/// An element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// Number of the element round it, which is lower than its own; the page, 0, stands in itself.
    pub parent: u32,
    /// What it is.
    pub shape: Shape,
    /// Do its names say that it shows a picture or film, with caption and credit?
    pub is_media: bool,
    /// Is it `article` or `main`, or does it stand in one?
    pub in_article: bool,
    /// A hash of its name and classes: elements of one look have the same.
    pub look: u32,
}

/// The elements of a page; the first is the page itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    elements: Vec<Element>,
}

impl Default for Outline {
    fn default() -> Self {
        let page =
            Element { parent: 0, shape: Shape::Area, is_media: false, in_article: false, look: 0 };
        Self { elements: vec![page] }
    }
}

/// Elements that are kept apart; a page of more is no article's, and must not fill the memory.
const MOST: usize = 1 << 20;

impl Outline {
    /// Adds an element and gives its number; one whose parent is unknown stands in the page, and one too many is taken for
    /// the element round it.
    pub fn add(&mut self, mut element: Element) -> u32 {
        if element.parent as usize >= self.elements.len() {
            element.parent = 0;
        }
        if self.elements.len() >= MOST {
            return element.parent;
        }
        let id = u32::try_from(self.elements.len()).unwrap_or(u32::MAX);
        self.elements.push(element);
        id
    }

    /// The elements, by number.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_always_have_lower_numbers() {
        let mut outline = Outline::default();
        let element =
            Element { parent: 9, shape: Shape::Line, is_media: false, in_article: false, look: 1 };
        let first = outline.add(element);
        let second = outline.add(Element { parent: first, ..element });
        let parents: Vec<u32> = outline.elements().iter().map(|element| element.parent).collect();
        assert_eq!((parents, second), (vec![0, 0, 1], 2));
    }
}
