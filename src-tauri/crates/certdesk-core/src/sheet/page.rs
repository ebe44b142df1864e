//! A page that is given to people who do not have Certdesk: one HTML document that fetches nothing.

use std::fmt::{self, Display, Write as _};

/// A page that grows. Whatever is written to it is escaped.
#[derive(Default)]
pub(crate) struct Page(String);

impl Page {
    /// What comes before everything else. `policy` is the page's Content Security Policy.
    pub(crate) fn head(&mut self, policy: &str, title: &str, sub: &str) {
        let (policy, title, sub) = (Text(policy), Text(title), Text(sub));
        self.add(format_args!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p class=\"sub\">{sub}</p>\n"
        ));
    }

    pub(crate) fn section(&mut self, title: &str) {
        self.add(format_args!("<h2>{}</h2>\n", Text(title)));
    }

    /// What is not known is left out.
    pub(crate) fn facts(&mut self, facts: &[(&str, String)]) {
        self.add(format_args!("<dl>\n"));
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            self.add(format_args!("<dt>{}</dt><dd>{}</dd>\n", Text(name), Text(value)));
        }
        self.add(format_args!("</dl>\n"));
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.add(format_args!("<p>{}</p>\n", Text(text)));
    }

    /// What must not be overlooked.
    pub(crate) fn warning(&mut self, text: &str) {
        self.add(format_args!("<p class=\"warning\">{}</p>\n", Text(text)));
    }

    pub(crate) fn path(&mut self, path: &str) {
        self.add(format_args!("<p class=\"path\">{}</p>\n", Text(path)));
    }

    pub(crate) fn steps(&mut self, steps: &[String]) {
        self.items("ol", steps);
    }

    pub(crate) fn list(&mut self, items: &[String]) {
        self.items("ul", items);
    }

    fn items(&mut self, tag: &str, items: &[String]) {
        self.add(format_args!("<{tag}>\n"));
        for item in items {
            self.add(format_args!("<li>{}</li>\n", Text(item)));
        }
        self.add(format_args!("</{tag}>\n"));
    }

    pub(crate) fn end(mut self) -> String {
        self.0.push_str("</main>\n</body>\n</html>\n");
        self.0
    }

    /// Markup. Whatever was not written here goes in as [`Text`].
    pub(crate) fn add(&mut self, markup: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(markup);
    }
}

/// Text within markup.
pub(crate) struct Text<'a>(pub(crate) &'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

const STYLE: &str = include_str!("../sheet.css");
