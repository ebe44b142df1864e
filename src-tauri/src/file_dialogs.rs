//! Native file dialogs. They are made on the main thread, as macOS and GTK want it, and awaited
//! anywhere.

use std::path::PathBuf;

use certdesk_core::Error;
use rfd::AsyncFileDialog;
use tauri::{Manager as _, Runtime, WebviewWindow};

use crate::failure::Failure;
use crate::state::AppState;

/// Asks where to save a file. `None` when the user cancels. The dialog itself asks before an
/// existing file is replaced.
pub(crate) async fn save<R: Runtime>(
    window: &WebviewWindow<R>,
    title: &str,
    file_name: &str,
) -> Result<Option<PathBuf>, Failure> {
    let dialog =
        AsyncFileDialog::new().set_parent(window).set_title(title).set_file_name(file_name);
    let answer = on_main_thread(window, move || dialog.save_file()).await?;
    Ok(answer.map(|file| file.path().to_owned()))
}

/// Asks for one file or several. `None` when the user cancels.
pub(crate) async fn choose<R: Runtime>(
    window: &WebviewWindow<R>,
    title: &str,
) -> Result<Option<Vec<PathBuf>>, Failure> {
    let dialog = AsyncFileDialog::new().set_parent(window).set_title(title);
    let answer = on_main_thread(window, move || dialog.pick_files()).await?;
    Ok(answer.map(|files| files.iter().map(|file| file.path().to_owned()).collect()))
}

/// Asks for one file. `None` when the user cancels.
pub(crate) async fn choose_one<R: Runtime>(
    window: &WebviewWindow<R>,
    title: &str,
) -> Result<Option<PathBuf>, Failure> {
    let dialog = AsyncFileDialog::new().set_parent(window).set_title(title);
    let answer = on_main_thread(window, move || dialog.pick_file()).await?;
    Ok(answer.map(|file| file.path().to_owned()))
}

async fn on_main_thread<R: Runtime, F>(
    window: &WebviewWindow<R>,
    open: impl FnOnce() -> F + Send + 'static,
) -> Result<F::Output, Failure>
where
    F: Future + Send + 'static,
{
    let state = window.state::<AppState>();
    let _one_at_a_time = state.dialog.try_lock().map_err(|_| Error::Busy)?;
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let gone = |_| Failure::from(Error::Unexpected("the window is closing"));
    window.run_on_main_thread(move || drop(sender.send(open()))).map_err(|_| gone(()))?;
    let answer = receiver.await.map_err(|_| gone(()))?;
    Ok(answer.await)
}
