// @ts-check
// The words around dates, and the language that plurals, lists and figures follow. The order of a date and the names
// in it are those of the system.

export const LANGUAGE = "en-US";

export const dates = {
  /** @param {string} time */
  today: (time) => `today at ${time}`,
  /** @param {string} time */
  yesterday: (time) => `yesterday at ${time}`,
  /** @param {string} time */
  tomorrow: (time) => `tomorrow at ${time}`,
  /** @param {string} weekday @param {string} time */
  onWeekday: (weekday, time) => `${weekday} at ${time}`,
  daysLeft: { one: "{count} day left", other: "{count} days left" },
  expiresToday: "Expires today",
  expired: "Expired",
};
