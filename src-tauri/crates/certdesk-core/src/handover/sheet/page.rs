//! A page for people who don't have Certdesk: one HTML document that loads nothing. `maud` escapes
//! whatever is put into it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// What comes before the content of a page.
pub(crate) struct Page<'a> {
    /// The page's Content Security Policy.
    pub(crate) policy: &'a str,
    pub(crate) title: &'a str,
    /// The line below the title.
    pub(crate) subtitle: &'a str,
    /// What it needs besides the style of all pages.
    pub(crate) style: &'a str,
}

impl Page<'_> {
    pub(crate) fn render(&self, content: &Markup) -> String {
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(self.policy);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) }
                    style { (PreEscaped(STYLE)) (PreEscaped(self.style)) }
                }
                body {
                    main {
                        h1 { (self.title) }
                        p.sub { (self.subtitle) }
                        (content)
                    }
                }
            }
        };
        page.into_string()
    }
}

/// Names with their values, without those whose value isn't known.
pub(crate) fn facts(facts: &[(&str, String)]) -> Markup {
    html! {
        dl {
            @for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
                dt { (name) }
                dd { (value) }
            }
        }
    }
}

const STYLE: &str = include_str!("../sheet.css");
