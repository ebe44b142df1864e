//! Why a rotation could not be started or continued.

/// Why a rotation could not be started or continued.
#[derive(Debug, thiserror::Error)]
pub enum RotationError {
    /// The connection is being rotated already.
    #[error("a rotation is under way")]
    UnderWay,
    /// The connection is not being rotated.
    #[error("no rotation is under way")]
    Missing,
    /// Another process drives this rotation at the moment.
    #[error("another process works on this rotation")]
    Elsewhere,
    /// The rotation came with a backup, or went to a colleague: another computer may go on with it, too.
    #[error("another computer may go on with this rotation")]
    MayRunElsewhere,
    /// The rotation is not that far, or further.
    #[error("the rotation is not at that step")]
    NotThere,
}
