//! What the window is told without having asked at that moment.

use std::sync::{Mutex, PoisonError};

use tauri::ipc::Channel;

use crate::ipc::access::AppNotice;

/// The window's ear. What comes before it listens waits for it.
#[derive(Default)]
pub(crate) struct Notices(Mutex<Ear>);

#[derive(Default)]
struct Ear {
    channel: Option<Channel<AppNotice>>,
    unheard: Vec<AppNotice>,
}

impl Notices {
    /// The window listens from here on.
    pub(crate) fn listen(&self, channel: Channel<AppNotice>) {
        let mut ear = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ear.channel = Some(channel);
        let unheard = std::mem::take(&mut ear.unheard);
        unheard.into_iter().for_each(|notice| ear.tell(notice));
    }

    /// Tells the window.
    pub(crate) fn tell(&self, notice: AppNotice) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).tell(notice);
    }
}

impl Ear {
    fn tell(&mut self, notice: AppNotice) {
        let heard =
            self.channel.as_ref().is_some_and(|channel| channel.send(notice.clone()).is_ok());
        if !heard && self.unheard.len() < MOST {
            self.unheard.push(notice);
        }
    }
}

/// More browsers do not come back before the first screen stands.
const MOST: usize = 8;
