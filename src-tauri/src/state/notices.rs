//! What the window is told without having asked at that moment.

use std::sync::{Mutex, PoisonError};

use tauri::ipc::Channel;

use crate::ipc::notice::AppNotice;

/// The window's listener. What comes before it listens waits for it.
#[derive(Default)]
pub(crate) struct Notices(Mutex<Listener>);

#[derive(Default)]
struct Listener {
    channel: Option<Channel<AppNotice>>,
    undelivered: Vec<AppNotice>,
}

impl Notices {
    /// The window listens from here on.
    pub(crate) fn listen(&self, channel: Channel<AppNotice>) {
        let mut listener = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        listener.channel = Some(channel);
        let undelivered = std::mem::take(&mut listener.undelivered);
        undelivered.into_iter().for_each(|notice| listener.tell(notice));
    }

    /// Tells the window.
    pub(crate) fn tell(&self, notice: AppNotice) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).tell(notice);
    }
}

impl Listener {
    fn tell(&mut self, notice: AppNotice) {
        let delivered =
            self.channel.as_ref().is_some_and(|channel| channel.send(notice.clone()).is_ok());
        if !delivered && self.undelivered.len() < MOST {
            self.undelivered.push(notice);
        }
    }
}

/// More browsers do not come back before the first screen stands.
const MOST: usize = 8;
