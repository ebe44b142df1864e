// @ts-check
// Reminders before certificates expire, for the user's calendar. What its events say is written by the backend.

export const calendar = {
  save: "Save to calendar…",
  saving: "Saving…",
  /** Behind the label on the board, for assistive technology. */
  all: "for all connections",
  saved: "Calendar file saved",
  savedBody: "Open it to add the reminders to your calendar. After a rotation, save and open it again: it has the new dates and cancels the old ones.",
  open: "Open in calendar app",
  opening: "Opening…",
};
