//! File names that are proposed in dialogs.

/// The most characters, all of them ASCII, that [`proposed_name`] returns for a `name` of up to 40.
///
/// A file system takes 255; the rest is left for the folder, for Windows' own dialogs take paths of
/// 260.
pub const LONGEST_NAME: usize = 124;

/// A file name that begins with what the file is about, such as a client and a target system, and
/// ends with `name`: `credit-zurich-sohne-alumio-public.pem`.
///
/// Valid on Linux, macOS and Windows whatever `about` says: letters of other scripts become Latin
/// ones, and everything but `a` to `z` and digits becomes a hyphen, so nothing is left that Windows
/// forbids (`< > : " / \ | ? *`, control characters, dots and spaces at the end). All letters are
/// small, so that no two proposals differ in case only. What has no letters at all is left out.
/// `name` must be valid itself.
#[must_use]
pub fn proposed_name(about: &[&str], name: &str) -> String {
    let mut proposed = String::new();
    for text in about {
        // A long text is cut before it is spelled out: one character may become several.
        let start: String = text.chars().take(LONGEST_PART).collect();
        let part = slug::slugify(start);
        let part = part.get(..LONGEST_PART).unwrap_or(&part).trim_end_matches('-');
        if !part.is_empty() {
            proposed.push_str(part);
            proposed.push('-');
        }
    }
    // Windows reserves these names whatever follows the first dot, and no part ends with one.
    proposed.push_str(name);
    proposed
}

const LONGEST_PART: usize = 40;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_says_what_the_file_is_about() {
        let name = |client, target| proposed_name(&[client, target], "public.pem");
        assert_eq!(name("Northwind Traders", "Alumio"), "northwind-traders-alumio-public.pem");
        assert_eq!(name("Crédit Zürich & Söhne", ""), "credit-zurich-sohne-public.pem");
        assert_eq!(name("CON", "a/b"), "con-a-b-public.pem");
        assert_eq!(name("..", "\u{202e}"), "public.pem");
        assert_eq!(name("חברה", "北京"), "khbrh-bei-jing-public.pem");
    }

    proptest! {
        #[test]
        fn any_proposal_is_valid_on_all_three_systems(
            client in ".{0,300}",
            target in "(CON|NUL|COM1|LPT9|\\.\\.|a/b|[ .]*|\u{202e}.*|.*)",
        ) {
            let name = proposed_name(&[&client, &target], "private-key.txt");
            // An independent judge: what it changes is not valid somewhere.
            prop_assert_eq!(sanitise_file_name::sanitise(&name), name.clone());
            prop_assert!(name.len() <= LONGEST_NAME, "{}", name);
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
            prop_assert!(name.chars().all(plain), "{}", name);
            prop_assert!(name.ends_with("private-key.txt") && !name.starts_with('-'));
        }
    }
}
