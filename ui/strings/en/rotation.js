// @ts-check
// A rotation: what will happen, how far it has come, what it waits for, how it ends.

import { plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

export const rotation = {
  /** @type {Record<ipc.RotationReason, (name: string) => string>} */
  title: {
    renewal: (name) => `Rotate the certificate for ${name}`,
    "sandbox-refreshed": (name) => `Re-create the mapping for ${name}`,
    leak: (name) => `Replace the leaked key for ${name}`,
  },
  otherSystem: "the target system",

  slots: {
    title: "Slots",
    /** @param {number} active @param {number} most */
    note: (active, most) => `${active} of ${most} active certificates on this integration record`,
    /** @param {number} active @param {number} most @param {Part} when */
    noteAsOf: (active, most, when) => html`${active} of ${most} active certificates on this integration record, as of ${when}`,
    free: "Free",
    inUse: "In use. Stays active until you revoke it.",
    inUseRevokeFirst: "In use. You revoke it first.",
    leaked: "Leaked key. Works until you revoke it.",
    old: "Old. Works until you revoke it.",
    newHere: "New",
    newHereNote: "The new certificate goes here.",
    /** @type {Partial<Record<ipc.RotationStep, string>>} */
    fresh: { uploaded: "New. Uploaded.", proven: "New. Tested.", "handed-over": "New. Configured, not in use yet.", switched: "New. In use." },
    unsettled: "Upload not confirmed.",
    /** @param {string} name */
    ofConnection: (name) => `Connection ${name}`,
    /** @param {string} vendor */
    ofVendor: (vendor) => `${vendor} holds its key`,
    /** @param {string} role */
    ofRole: (role) => `Role ${role}, created outside Certdesk`,
    /** One of this connection, by how far it has come. @type {Record<ipc.CredentialState, string>} */
    ofThis: {
      made: "This connection. Created.",
      uploaded: "This connection. Uploaded.",
      proven: "This connection. Tested.",
      current: "This connection. Active.",
      superseded: "This connection. Replaced.",
      revoked: "This connection. Revoked.",
      expired: "This connection. Expired.",
      gone: "This connection. Mapping missing.",
    },
    ours: "Key on this computer",
    unknown: "Created outside Certdesk",
    another: "In use",
    anotherNote: "Active. Certdesk doesn’t know its ID.",
  },

  /** What became of a certificate that was in use before. */
  fate: {
    /** @type {Record<ipc.RevokedBy, (when: Part) => Part>} */
    revokedBy: { list: (when) => html`Revoked ${when}, confirmed by NetSuite’s list`, word: (when) => html`Marked as revoked ${when}, not checked in NetSuite’s list yet` },
    revoked: "Revoked",
    gone: "Mapping removed by the refresh",
  },

  preview: {
    /** @param {number} days */
    notDueTitle: (days) => plural(days, { one: "Not due yet: valid for {count} more day", other: "Not due yet: valid for {count} more days" }),
    notDueBody: "You can rotate it now. NetSuite first emails administrators two months before expiry.",
    goneTitle: "Mapping missing in NetSuite",
    /** @param {string} target */
    goneBody: (target) => `A new key and certificate get a new mapping. Until ${target} has the new values, it can’t get tokens.`,
    leakTitle: "Leaked key",
    shutOutTitle: "Leaked key: certificate revoked",
    /** @type {Record<ipc.RotationOrder, (target: string) => string>} */
    leakBody: {
      "replace-first": (target) => `Replace first: ${target} keeps working, but so does the leaked key until you revoke its certificate.`,
      "revoke-first": (target) => `Revoke first: the leaked key gets no new tokens, and neither does ${target} until it has the new values.`,
    },
    sides: "What changes",
    old: "Current certificate",
    replaced: "Previous certificate",
    stateNow: "Status",
    none: "NetSuite lists no certificate for this connection.",
    new: "New certificate",
    id: "Certificate ID",
    idLater: "Known once it’s created",
    key: "Key",
    until: "Valid until",
    /** @param {number} count */
    days: (count) => plural(count, { one: "{count} day", other: "{count} days" }),
    subject: "Subject",
    more: "Change key, validity, subject, role, or entity",
    moreByHand: "Change key, validity, or subject",
    role: "Role, internal ID",
    entity: "Entity, internal ID",
    mappingHint: "Leave empty to keep the current one.",
    order: "Steps",
    orderNote: "You can leave and continue at any step.",
    access: "Access to NetSuite",
    fullTitle: (/** @type {number} */ most) => `All ${most} slots are in use`,
    fullBody: "Revoke an unused certificate first. These look unused, most likely first:",
    fullNone: "None looks unused. Open the list and decide which one to revoke.",
    dead: "Certificates that look unused",
    /** @param {Part} until */
    deadUntil: (until) => html`Expires on ${until}`,
    revoke: "Revoke certificate…",
    openList: "Open certificate list",
    checkAgain: "Check again",
    start: "Start rotation",
    startGone: "Re-create mapping",
    startLeak: "Replace key",
    starting: "Starting…",
    /** @param {string} target */
    startNote: (target) => `Creates a key, uploads its certificate, and tests it. Nothing changes for ${target} until you switch.`,
    startNoteRevokeFirst: "Nothing is sent before you confirm the revocation.",
    byHand: "Create a new key pair",
    way: "Upload",
    /** @type {Record<ipc.RotationWay, { title: string, note: string }>} */
    ways: {
      endpoint: { title: "Certdesk uploads it", note: "Needs a browser sign-in, or a role that can manage its own certificates." },
      "by-hand": { title: "An administrator uploads it", note: "You save public.pem and enter the Certificate ID. No sign-in here." },
    },
    mapping: "Mapping to create",
    mappingNote: "NetSuite accepts five active certificates per application. If all are in use, the administrator revokes an unused one first.",
    startNoteByHand: "Creates the key and certificate on this computer. Nothing is sent.",
    noVault: "Certdesk can create a key once the keychain is ready.",
  },

  steps: {
    title: "Progress",
    done: "Done:",
    next: "Next:",
    later: "Later:",
    /** What is to be done. @type {Record<ipc.RotationStep, (target: string) => string>} */
    name: {
      "key-stored": () => "Create the new key",
      uploaded: () => "Upload the new certificate",
      proven: () => "Test the new key",
      "handed-over": (target) => `Configure ${target}`,
      switched: () => "Confirm the switch",
      "old-revoked": () => "Revoke the old certificate",
    },
    /** Before it is done. @type {Record<ipc.RotationStep, (about: { target: string, store: string, order: ipc.RotationOrder, way: ipc.RotationWay, until: Part }) => Part>} */
    ahead: {
      "key-stored": ({ store }) => `Certdesk creates it and saves it in ${store}.`,
      uploaded: ({ way }) => (way === "by-hand" ? "An administrator uploads it, and you enter the Certificate ID that NetSuite shows." : "Certdesk uploads it once. If NetSuite’s reply is lost, it checks the list."),
      proven: () => "Certdesk requests a token with it.",
      "handed-over": ({ target }) => html`You enter the new private key <em>and</em> the new Certificate ID in ${target}.`,
      switched: ({ target }) => `You confirm it once ${target} has fetched a token with the new key.`,
      "old-revoked": ({ target, order, way, until }) => {
        if (way === "by-hand") return until ? html`An administrator revokes it in NetSuite, or it expires on ${until}.` : "An administrator revokes it in NetSuite.";
        if (order === "revoke-first") return `You confirm it first. From then on, ${target} can’t get new tokens.`;
        if (order === "replace-first") return "You revoke it after the switch.";
        return until ? html`You revoke it when you’re ready, or it expires on ${until}.` : "You revoke it when you’re ready.";
      },
    },
    /** Once it is done. @type {Record<ipc.RotationStep, (about: { target: string, store: string, way: ipc.RotationWay }) => string>} */
    true: {
      "key-stored": ({ store }) => `Saved in ${store} and tested.`,
      uploaded: ({ way }) => (way === "by-hand" ? "You entered the Certificate ID that NetSuite shows." : "NetSuite lists it."),
      proven: () => "NetSuite issued a token.",
      "handed-over": ({ target }) => `You entered the new values in ${target}.`,
      switched: ({ target }) => `You confirmed that ${target} uses the new key.`,
      "old-revoked": () => "NetSuite’s list shows it as revoked.",
    },
    unsettled: "Waiting for NetSuite’s list to show it.",
    /** @param {ipc.RotationNote} note @param {(date: string) => Part} date @returns {Part} */
    noteOf(note, date) {
      switch (note.kind) {
        case "found-in-list":
          return "NetSuite’s reply was lost; Certdesk found the certificate in the list.";
        case "other-id":
          return html`NetSuite assigned a different ID than expected (<span class="mono">${note.predicted.slice(0, 6)}…</span>); Certdesk uses NetSuite’s.`;
        case "date-shortened":
          return html`NetSuite shortened its validity to ${date(note.validUntil)}.`;
        case "was-revoked":
          return "It was already revoked.";
      }
    },
  },

  running: {
    /** @type {Record<ipc.RotationStep, string>} */
    title: {
      "key-stored": "Creating the new key",
      uploaded: "Uploading the new certificate",
      proven: "Requesting a token with the new key",
      "handed-over": "Checking progress",
      switched: "Checking progress",
      "old-revoked": "Revoking the old certificate",
    },
    note: "You can leave this page; the rotation continues.",
    noteKey: "How long generating an RSA key takes varies.",
    /** @param {number} seconds on average */
    keyLeft: (seconds) => plural(seconds, { one: "About {count} more second at this computer’s speed, sometimes several times that.", other: "About {count} more seconds at this computer’s speed, sometimes several times that." }),
    /** @param {string} name */
    said: (name) => `Done: ${name}`,
  },

  state: {
    /** @param {string} when */
    interrupted: (when) => `Rotation paused ${when}`,
    /** @param {string} when */
    notConfirmed: (when) => `Upload not confirmed, last checked ${when}`,
    notConfirmedYet: "Upload not confirmed",
    /** By when the outcome of an upload without an answer is known. */
    settles: {
      /** @param {Part} when */
      by: (when) => html`Certdesk checks the list every minute. We’ll know by ${when}; if it’s still missing then, Certdesk continues with a new key pair.`,
      /** @param {Part} when */
      abandoning: (when) => html`We’ll know by ${when}. Certdesk then finishes by itself.`,
      /** @param {Part} when */
      only: (when) => html`The upload can still arrive until ${when}.`,
      now: "It can’t arrive anymore: Certdesk checks the list every minute until it gets a reply, then continues.",
    },
    paused: "Rotation paused",
    /** @param {string} when @param {string} next */
    pausedBody: (when, next) => `Started ${when}. Next step: ${next}.`,
    abandoningTitle: "Rotation not abandoned yet",
    abandoningBody: "Certdesk must still revoke the new certificate, if NetSuite has it, and delete its key.",
    continueAbandoning: "Finish abandoning",
    elsewhereTitle: "This rotation is running in another Certdesk",
    elsewhereBody: "Certdesk is open twice on this computer. Let the other one finish, or close it, then refresh.",
    movedTitle: "Another computer may have this rotation",
    movedBody: "It came from another computer, or you sent it to a colleague. Continue it on one computer only: two would upload two certificates.",
    goOnHere: "Continue on this computer",
    goingOn: "Saving…",
    readAgain: "Refresh progress",
    /** @param {string} target @param {Part} date */
    oldWorks: (target, date) => html`${target} keeps working with the old certificate, valid until ${date}.`,
    /** @param {string} target */
    oldExpired: (target) => `The old certificate has expired. ${target} can’t get tokens until it has the new values.`,
    /** @param {string} target */
    noOld: (target) => `${target} can’t get tokens until it has the new values.`,
    unsettled: "The upload isn’t confirmed, and Certdesk won’t upload it twice.",
    /** @type {Record<ipc.RotationStep, string>} */
    continue: {
      "key-stored": "Create key",
      uploaded: "Upload certificate",
      proven: "Test new key",
      "handed-over": "Continue rotation",
      switched: "Continue rotation",
      "old-revoked": "Continue rotation",
    },
    continueUnsettled: "Check NetSuite’s list",
    continuing: "Continuing…",
    abandon: "Abandon rotation…",
    signIn: "Sign in to NetSuite",
    signedIn: "You’re signed in now.",
    /** What a journal says without its details: only the kind is kept. @type {Partial<Record<ipc.Failure["kind"], string>>} */
    cause: {
      offline: "Certdesk couldn’t reach NetSuite.",
      "timed-out": "NetSuite didn’t reply in time.",
      "tls-failed": "The secure connection failed, so nothing was sent.",
      redirected: "NetSuite redirected the request, and Certdesk didn’t follow.",
      "answer-too-large": "The reply was too large to be NetSuite’s.",
      "answer-empty": "The reply was empty.",
      "answer-not-json": "Certdesk couldn’t read the reply.",
      "server-failed": "NetSuite reported an error on its side.",
      "too-many-requests": "NetSuite received too many requests. Try again in a minute.",
      "token-refused": "NetSuite refused the token request without saying why. A new mapping may take a few minutes: test again then.",
      "token-not-accepted": "NetSuite didn’t accept the access. Sign in again.",
      "permission-missing": "The role can’t change certificates. Add “Manage own OAuth 2.0 Client Credentials Certificates” to it under Permissions > Setup, or sign in with another role.",
      "endpoint-missing": "This account doesn’t offer the certificate list.",
      "endpoint-refused": "NetSuite refused the request.",
      "scope-missing": "The access token lacks the scope REST web services.",
      "role-or-entity-missing": "Certdesk doesn’t know the mapping’s role and entity.",
      "slots-full": "All slots are in use. Revoke an unused certificate first.",
      "upload-unsettled": "NetSuite’s reply was lost, and its list doesn’t show the certificate yet. Certdesk won’t upload it twice.",
      "sign-in-needed": "You aren’t signed in to NetSuite.",
      "sign-in-ended": "Your sign-in expired.",
      "revokes-itself": "A certificate can’t revoke itself. Sign in first.",
      "revoke-unsettled": "NetSuite’s list still shows the old certificate as active.",
      "certificate-not-listed": "NetSuite doesn’t list the certificate anymore.",
      "certificate-already-listed": "NetSuite’s list shows the new certificate with an unexpected status.",
      "vault-locked": "The keychain was locked.",
      "vault-unavailable": "Certdesk couldn’t reach the keychain.",
      "vault-denied": "The keychain refused access.",
      "vault-full": "The new key is too large for the keychain. Abandon the rotation and choose a smaller one.",
      "key-missing": "The new private key isn’t in the keychain anymore. Abandon the rotation and start another.",
      "practice-not-running": "The practice account was stopped.",
      "disk-full": "The disk is full, so Certdesk couldn’t save its progress.",
      "rotation-elsewhere": "Another Certdesk was running it.",
      busy: "Something else was running for this connection.",
      cancelled: "You canceled the key generation.",
    },
    causeUnknown: "The last step failed.",
  },

  byHand: {
    lead: "An administrator creates a mapping for the same entity, role, and application, and gives you its Certificate ID.",
    note: "The old certificate keeps working.",
  },
  handOver: {
    /** @param {string} target */
    lead: (target) => `In ${target}, replace the values marked New in the existing NetSuite connection. The others stay the same.`,
    /** Where the old values aren't known. @param {string} target */
    leadNotCompared: (target) => `In ${target}, replace the values marked New in the existing NetSuite connection. Compare the others, and replace any that differ.`,
    isNew: "New",
    /** @param {string} target */
    done: (target) => `Mark ${target} as configured`,
    saving: "Saving…",
    note: "The old certificate keeps working.",
    noteNone: "No certificate works until you finish.",
  },
  switch: {
    /** @param {string} target */
    title: (target) => `Has ${target} fetched a token with the new key?`,
    /** @param {string} target */
    lead: (target) => `Certdesk can’t see which key ${target} uses. Test it there:`,
    lead2: "You decide when. Nothing happens by itself.",
    /** @param {string} target */
    fallback: (target) => `Have ${target} fetch a token, or make one call to NetSuite.`,
    done: "Confirm switch",
    saving: "Saving…",
    values: "Show values",
    hide: "Hide values",
    notWorking: "Troubleshoot the switch",
    /** @param {string} target */
    stuckTitle: (target) => `If ${target} gets no token`,
    /** @param {string} target */
    stuckBody: (target) => `Request a token here with the new key. If that works, a value in ${target} differs: compare each one, including the private key.`,
    stuckBack: "Until then, use the old key and Certificate ID: they still work.",
    test: "Request a token",
    testing: "Requesting…",
    tested: "Token received: NetSuite accepts the new key",
  },
  revokeOld: {
    /** @param {Part} date */
    still: (date) => html`Anyone with the old key can get tokens until you revoke its certificate or it expires on ${date}.`,
    stillLeak: "Anyone with the leaked key can get tokens until you revoke its certificate.",
    first: "You chose to revoke first. Nothing has been sent yet.",
    act: "Revoke old certificate…",
    leave: "Let it expire",
    leaving: "Saving…",
    byHand: "After a day of normal use, an administrator can revoke the old mapping on this page, or let it expire:",
    doneByHand: "Finish rotation",
    noHurry: "Wait for a day of normal use. Certdesk reminds you.",
    dialogTitle: (/** @type {string} */ name) => `Revoke the old certificate for ${name}?`,
    dialogId: "Certificate ID",
    refuses: "NetSuite refuses every token request signed with its key. Tokens already issued may last up to 60 minutes.",
    /** @param {string} target @param {Part} when */
    users: (target, when) => html`You confirmed ${when} that ${target} uses the new one. NetSuite doesn’t show who else uses this one.`,
    /** @param {string} target */
    usersFirst: (target) => `${target} still uses it, and can’t get new tokens until it has the new values.`,
    final: "You can’t undo this, and a revoked certificate can’t be used again.",
    dialogAct: "Revoke certificate",
    revoking: "Revoking…",
    type: "To confirm, type its last six characters:",
    revoked: "Old certificate revoked",
  },

  /** What became of an upload without an answer while another page was shown. */
  watch: {
    /** @param {string} name */
    arrived: (name) => `NetSuite has the new certificate for ${name}`,
    /** @param {string} name */
    replaced: (name) => `${name}: the upload didn’t arrive, so Certdesk uploaded a new key pair’s certificate`,
    /** @param {string} name */
    abandoned: (name) => `${name}: rotation abandoned`,
  },

  abandon: {
    title: "Abandon this rotation?",
    uploaded: "Certdesk revokes the new certificate in NetSuite, which frees its slot.",
    unsettled: "If NetSuite lists the new certificate, Certdesk revokes it.",
    byHand: "If the new certificate is already uploaded, an administrator must revoke it in NetSuite to free its slot.",
    notUploaded: "Nothing was sent to NetSuite, so nothing changes there.",
    key: "Certdesk deletes the new private key. You can’t get it back.",
    /** @param {string} target */
    old: (target) => `${target} keeps using the old certificate.`,
    /** @param {string} target */
    oldGone: (target) => `${target} has no working certificate.`,
    /** @param {string} target */
    handedOver: (target) => `If ${target} has the new values already, put the old ones back.`,
    act: "Abandon rotation",
    done: "Rotation abandoned; the old certificate stays active",
    doneGone: "Rotation abandoned",
  },

  ended: {
    /** @param {string} target */
    title: (target) => `Rotated: ${target} uses the new certificate`,
    certificate: "New certificate",
    /** @param {Part} date */
    until: (date) => html`Valid until ${date}`,
    certificateId: "Certificate ID",
    old: "Old certificate",
    oldRevoked: "Revoked, confirmed by NetSuite’s list",
    /** @param {Part} date */
    oldKept: (date) => html`Works until you revoke it or it expires on ${date}.`,
    /** @param {Part} date */
    oldKeptByHand: (date) => html`Works until an administrator revokes it in NetSuite or it expires on ${date}.`,
    oldNone: "None",
    next: "Next step",
    nextBody: "Nothing for now. Certdesk shows the certificate as due two months before it expires.",
    open: "Open connection",
    list: "Open certificate list",
  },
};
