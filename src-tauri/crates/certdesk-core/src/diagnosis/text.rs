//! Pieces of a text, as they are shown beside a sign.

/// The first and last characters of an ID: enough to recognise it, not enough to use it.
pub(super) fn shortened(id: &str) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
    let id: String = id.chars().filter(plain).collect();
    if id.len() <= SHOWN { id } else { format!("{}…{}", &id[..6], &id[id.len() - 4..]) }
}

/// The host of an address, if it is one that may be shown.
pub(super) fn plain_host(address: &str) -> String {
    let host = netsuite_client::host_of(address);
    let plain = |c: &char| c.is_ascii_alphanumeric() || ".-_:".contains(*c);
    host.chars().filter(plain).take(HOST).collect()
}

/// Characters of an ID that is shown whole.
const SHOWN: usize = 14;

/// Characters of a host.
pub(super) const HOST: usize = 100;
