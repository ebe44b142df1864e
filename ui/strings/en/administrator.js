// @ts-check
// What the client's administrator gets: a message with the certificate, a page.

/** A message for the administrator who uploads by hand. */
export const request = {
  copy: "Copy message for administrator",
  copying: "Copying…",
  copied: "Message copied",
  save: "Save as a page…",
  saving: "Saving…",
  note: "Instructions, values, and the certificate, without secrets. The page also checks the Certificate ID, offline.",
  /** @param {string} path */
  saved: (path) => `Page saved as ${path}`,
  vendor: {
    title: "Ask an administrator to upload a vendor’s certificate",
    lead: "No sign-in needed. Choose the vendor’s file, then send the message.",
    choose: "Choose certificate…",
    chooseOther: "Choose another file…",
    choosing: "Choosing…",
    expected: "Expected Certificate ID",
    name: "Vendor",
    entity: "Entity",
    role: "Role",
    hint: "As shown in NetSuite.",
    missing: "Enter a name.",
  },
};

/** The printable page for the client. */
export const sheet = {
  save: "Save client handout…",
  saving: "Saving…",
  note: "A page for the client, without secrets: which system gets tokens as whom, until when, and what to do before then.",
  /** @param {string} path */
  saved: (path) => `Handout saved as ${path}`,
};
