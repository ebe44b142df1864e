//! Why a list or a change of the plan that moves integrations off token-based authentication was
//! refused.

/// Why a list or a change of the plan was refused.
#[derive(Debug, thiserror::Error)]
pub enum TbaPlanError {
    /// More bytes than such a list can have.
    #[error("the list is too large")]
    ListTooLarge {
        /// The most bytes it may have.
        most: usize,
    },
    /// Not a text, such as a spreadsheet's own file.
    #[error("the list is not a text")]
    ListNotText,
    /// Something in it looks like a key or the secret of a token.
    #[error("the list holds a secret")]
    ListHoldsSecret {
        /// The line, counted from one.
        line: usize,
    },
    /// Neither the list of access tokens nor that of integration records.
    #[error("not one of the lists")]
    ListUnknown,
    /// The heads of a list without a row.
    #[error("the list has no rows")]
    ListEmpty,
    /// More rows than a plan can have.
    #[error("the list has too many rows")]
    ListTooLong {
        /// The most rows.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// The plan has no such entry.
    #[error("no such entry in the plan")]
    EntryUnknown,
    /// M2M doesn't serve SOAP web services.
    #[error("SOAP web services need token-based authentication")]
    SoapNeedsTba,
    /// The system's own NetSuite connection has no machine-to-machine access.
    #[error("the target system needs token-based authentication")]
    TargetNeedsTba,
    /// NetSuite has issued no token yet to what takes the old token's place.
    #[error("the new access does not work yet")]
    NotWorking,
    /// The integration may still use the old token.
    #[error("the integration may still use the old token")]
    NotSwitched,
}
