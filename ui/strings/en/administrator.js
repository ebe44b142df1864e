// @ts-check
// What the customer's administrator gets: a message with the certificate, a printable page.

/** A message for the administrator who uploads by hand. */
export const request = {
  title: "Ask the administrator",
  note: "What to do, where, with which values, the certificate, and what to send back. Nothing in it is secret.",
  copy: "Copy message for the administrator",
  copying: "Copying…",
  copied: "Message copied",
  save: "Save as a page…",
  saving: "Saving…",
  pageNote: "The page carries the certificate and checks the Certificate ID before it’s sent back, without a network.",
  /** @param {string} path */
  saved: (path) => `Page saved as ${path}`,
  vendor: {
    title: "Have an administrator upload a vendor’s certificate",
    lead: "No sign-in needed. Choose the file that the vendor sent, then send the administrator the message.",
    choose: "Choose the vendor’s certificate…",
    chooseOther: "Choose another file…",
    choosing: "Choosing…",
    expected: "Certificate ID to expect",
    name: "Vendor",
    entity: "User it acts as",
    role: "Role",
    hint: "As on NetSuite’s page.",
    missing: "Enter a name.",
  },
};

/** The printable page for the client. */
export const sheet = {
  save: "Save a sheet for the client…",
  saving: "Saving…",
  note: "A page to print or send: who fetches tokens as whom, with which certificate, until when, and what to do before it ends. Nothing on it is secret.",
  /** @param {string} path */
  saved: (path) => `Sheet saved as ${path}`,
};
