// @ts-check
// Reminders before certificates expire, for the user's calendar. What its events say is written by the backend.

export const calendar = {
  save: "Save to calendar…",
  saving: "Saving…",
  /** Behind the label on the board, for assistive technology. */
  all: "for all connections",
  /** @param {string} path */
  saved: (path) => `Reminders saved as ${path}. Open the file to add them to your calendar.`,
};
