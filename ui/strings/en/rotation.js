// @ts-check
// A rotation: what will happen, what is true of it by now, what it waits for, how it ends.

import { html } from "../../lib/html.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

export const rotation = {
  /** @type {Record<ipc.RotationReason, (name: string) => string>} */
  title: {
    renewal: (name) => `Rotate the certificate of ${name}`,
    "sandbox-refreshed": (name) => `Re-create the mapping of ${name}`,
    leak: (name) => `Replace the leaked key of ${name}`,
  },
  otherSystem: "the other system",

  slots: {
    title: "Slots",
    /** @param {number} active @param {number} most */
    note: (active, most) => `${active} of ${most} active certificates of this integration record`,
    free: "Free",
    inUse: "In use now. Stays until you revoke it.",
    inUseRevokeFirst: "In use now. Revoked before anything else.",
    leaked: "Its key leaked. Works until it is revoked.",
    old: "Old. Works until you revoke it.",
    newHere: "New",
    newHereNote: "The new certificate goes here.",
    /** @type {Partial<Record<ipc.RotationStep, string>>} */
    fresh: { uploaded: "New. Uploaded, not yet proven.", proven: "New. Proven, not yet handed over.", "handed-over": "New. Handed over, not yet in use.", switched: "New. In use now." },
    unsettled: "Sent; whether it arrived, the list will say.",
    /** @param {string} name */
    ofConnection: (name) => `Connection ${name}`,
    /** @param {string} vendor */
    ofVendor: (vendor) => `${vendor} holds its key`,
    /** @param {string} role */
    ofRole: (role) => `Role ${role}, created outside Certdesk`,
    /** @param {Part} when */
    asOf: (when) => html`as of ${when}`,
    /** One of this connection, by how far it has come. @type {Record<ipc.CredentialState, string>} */
    ofThis: {
      made: "Made for this connection",
      uploaded: "This connection. Uploaded, not tested yet.",
      proven: "This connection. Tested, not in use yet.",
      current: "This connection. In use.",
      superseded: "This connection. Replaced earlier, still active.",
      revoked: "This connection. Revoked.",
      expired: "This connection. Expired.",
      gone: "This connection. Mapping gone.",
    },
    ours: "Key kept here",
    unknown: "Created outside Certdesk",
    another: "In use",
    anotherNote: "Active; which one was not recorded.",
  },

  /** What became of a certificate that was in use before. */
  fate: {
    /** @type {Record<ipc.RevokedBy, (when: Part) => Part>} */
    revokedBy: { list: (when) => html`revoked ${when}; NetSuite’s list says so`, word: (when) => html`revoked by an administrator, as you said ${when}; not checked in NetSuite’s list yet` },
    revoked: "revoked",
    gone: "its mapping was cleared by the refresh",
  },

  preview: {
    /** @param {string} days */
    notDueTitle: (days) => `Not due: valid for another ${days}`,
    notDueBody: "NetSuite mails Administrators two months, one month and 14 days before the end. Rotating sooner does no harm.",
    goneTitle: "The mapping is gone from NetSuite",
    /** @param {string} target */
    goneBody: (target) => `A new key and certificate make a new one. Until ${target} has the new values it gets no tokens.`,
    leakTitle: "Leaked key",
    shutOutTitle: "The leaked key is shut out",
    /** @type {Record<ipc.RotationOrder, (target: string) => string>} */
    leakBody: {
      "replace-first": (target) => `You chose to replace first: ${target} goes on without a break, and whoever has the key can fetch tokens until the old certificate is revoked.`,
      "revoke-first": (target) => `You chose to revoke first: whoever has the key is shut out, and so is ${target} until it has the new values.`,
    },
    sides: "What changes",
    old: "In use now",
    replaced: "In use before",
    stateNow: "State",
    none: "None: NetSuite lists no certificate of this connection.",
    new: "Will be made",
    id: "Certificate ID",
    idLater: "Known once it is made",
    key: "Key",
    until: "Valid until",
    subject: "Name in it",
    more: "Another key, validity, name, role or entity",
    moreByHand: "Another key, validity or name",
    role: "Role, internal ID",
    entity: "Entity, internal ID",
    mappingHint: "Left empty, those of the present mapping are taken.",
    order: "What happens, in this order",
    orderNote: "It can be left and continued at every step.",
    facts: "Terms",
    access: "Access to NetSuite",
    oldGoes: "The old one goes",
    /** @param {Part} date */
    oldGoesBody: (date) => html`When you revoke it, after the switch. Else it runs out on ${date}.`,
    /** @param {Part} date */
    oldGoesFirst: (date) => html`At once, with a typed confirmation. It would have run out on ${date}.`,
    tellWho: "Needs the new values",
    /** @param {string} target */
    tellWhoBody: (target) => `${target}: the new private key and the new Certificate ID.`,
    fullTitle: (/** @type {number} */ most) => `All ${most} slots are in use`,
    fullBody: "NetSuite takes no further certificate for this integration record: revoke one that nobody uses first. These look dead, the likeliest first:",
    fullNone: "None of them looks dead. Open the list and decide which one may go.",
    dead: "Certificates that look dead",
    /** @param {Part} until */
    deadUntil: (until) => html`, runs out on ${until}`,
    revoke: "Revoke…",
    openList: "Open the list",
    checkAgain: "Check again",
    start: "Rotate now",
    startGone: "Re-create it now",
    startLeak: "Replace it now",
    startRevokeFirst: "Begin: revoke first…",
    starting: "Beginning…",
    startNote: "Makes the key, uploads the certificate and asks for a token, then waits for you.",
    startNoteRevokeFirst: "Asks for the confirmation first; nothing is sent before it.",
    byHand: "Make another pair by hand",
    way: "How the new certificate gets to NetSuite",
    /** @type {Record<ipc.RotationWay, { title: string, note: string }>} */
    ways: {
      endpoint: { title: "Certdesk uploads it", note: "Needs a sign-in, or the present certificate’s own permission." },
      "by-hand": { title: "An Administrator uploads it", note: "You save public.pem and read the Certificate ID back. Nobody signs in here." },
    },
    mapping: "Mapping to be made",
    mappingNote: "Same entity, role and application as now. NetSuite takes five active certificates for an application: with all in use, the Administrator revokes a dead one first.",
    oldGoesByHand: (/** @type {Part} */ date) => html`When an Administrator revokes it in NetSuite, after the switch. Else it runs out on ${date}.`,
    startNoteByHand: "Makes the key and the certificate here, then waits for you. Nothing is sent.",
    noVault: "A key can be made once the keychain is ready.",
  },

  steps: {
    title: "What is true",
    note: "Each line is looked up, not counted.",
    done: "True:",
    next: "Next:",
    later: "Later:",
    /** @type {Record<ipc.RotationStep, string>} */
    name: {
      "key-stored": "New key stored",
      uploaded: "New certificate uploaded",
      proven: "New key proven",
      "handed-over": "Handed over",
      switched: "Switched",
      "old-revoked": "Old certificate revoked",
    },
    /** Before it is true. @type {Record<ipc.RotationStep, (about: { target: string, store: string, order: ipc.RotationOrder, way: ipc.RotationWay, until: Part }) => Part>} */
    ahead: {
      "key-stored": ({ store }) => `Made on this computer, kept in ${store}, read back, and tried.`,
      uploaded: ({ way }) => (way === "by-hand" ? "An Administrator uploads it, and you enter the Certificate ID that NetSuite shows." : "Sent once. If the answer is lost, NetSuite’s list decides; it is never sent twice."),
      proven: () => "A token is requested with the new key. Safe to repeat.",
      "handed-over": ({ target }) => html`You give ${target} the new private key <em>and</em> the new Certificate ID.`,
      switched: ({ target, order }) => (order === "revoke-first" ? `You say so here once ${target} has fetched a token with them.` : `You say so here once ${target} has fetched a token with them. Until then it uses the old ones.`),
      "old-revoked": ({ target, order, way, until }) =>
        way === "by-hand" ? (until ? html`Later, by an Administrator in NetSuite. Or it runs out on ${until}.` : "Later, by an Administrator in NetSuite.") : order === "revoke-first" ? `First, with a typed confirmation. From then on ${target} gets no new tokens.` : until ? html`Later, on its own, with a typed confirmation. Or it runs out on ${until}.` : "Later, on its own, with a typed confirmation.",
    },
    /** Once it is true. @type {Record<ipc.RotationStep, (about: { target: string, store: string, way: ipc.RotationWay }) => string>} */
    true: {
      "key-stored": ({ store }) => `In ${store}, read back, signs.`,
      uploaded: ({ way }) => (way === "by-hand" ? "NetSuite shows its Certificate ID, as you entered it." : "NetSuite lists it."),
      proven: () => "NetSuite gave a token for it.",
      "handed-over": ({ target }) => `You gave ${target} the values.`,
      switched: ({ target }) => `You said that ${target} uses them.`,
      "old-revoked": () => "NetSuite’s list says so.",
    },
    unsettled: "Sent, and the answer was lost. The list decides; it is not sent again.",
    /** @param {ipc.RotationNote} note @param {(date: string) => Part} date @returns {Part} */
    noteOf(note, date) {
      switch (note.kind) {
        case "found-in-list":
          return "The answer was lost; it was found in the list and not sent again.";
        case "other-id":
          return html`NetSuite gave it another ID than predicted (<span class="mono">${note.predicted.slice(0, 6)}…</span>). NetSuite’s is the one in use.`;
        case "date-shortened":
          return html`NetSuite ends it on ${date(note.validUntil)}, earlier than the certificate says.`;
        case "was-revoked":
          return "It was revoked already.";
      }
    },
  },

  running: {
    /** @type {Record<ipc.RotationStep, string>} */
    title: {
      "key-stored": "Making the new key",
      uploaded: "Uploading the new certificate",
      proven: "Asking for a token with the new key",
      "handed-over": "Reading what is true",
      switched: "Reading what is true",
      "old-revoked": "Revoking the old certificate",
    },
    note: "You can leave this page: it goes on, and is found here again.",
    noteKey: "Chance decides how long the search for an RSA key takes.",
    /** @param {string} name */
    said: (name) => `${name}: true`,
  },

  state: {
    /** @param {string} when */
    interrupted: (when) => `Interrupted ${when}; nothing is lost`,
    paused: "This rotation stands still; nothing is lost",
    /** @param {string} when @param {string} next */
    pausedBody: (when, next) => `It was begun ${when}. Next: ${next}.`,
    abandoningTitle: "This rotation is being abandoned",
    abandoningBody: "The new certificate is to be revoked in NetSuite, if it got there, and its key deleted here. That is not finished yet.",
    continueAbandoning: "Continue: finish abandoning",
    elsewhereTitle: "Another Certdesk works on this rotation",
    elsewhereBody: "It was started twice on this computer. What is true is shown below; read it again once the other one has finished or is closed.",
    readAgain: "Read again",
    /** @param {string} target @param {Part} date */
    oldWorks: (target, date) => html`${target} still uses the old certificate, which works until ${date}.`,
    /** @param {string} target */
    oldExpired: (target) => `The old certificate has expired: ${target} gets no tokens until it has the new values.`,
    /** @param {string} target */
    noOld: (target) => `${target} gets no tokens until it has the new values.`,
    /** @param {string} target */
    oldRevoked: (target) => `The old certificate is revoked: ${target} gets no tokens until it has the new values.`,
    unsettled: "Whether the upload arrived is not known yet. The list will say; the certificate is not sent again.",
    /** @type {Record<ipc.RotationStep, string>} */
    continue: {
      "key-stored": "Continue: make the new key",
      uploaded: "Continue: upload",
      proven: "Continue: prove the new key",
      "handed-over": "Continue",
      switched: "Continue",
      "old-revoked": "Continue",
    },
    continueUnsettled: "Continue: look in the list",
    continuing: "Continuing…",
    abandon: "Abandon…",
    signIn: "Sign in…",
    /** What a journal says without its details: only the kind is kept. @type {Partial<Record<ipc.Failure["kind"], string>>} */
    cause: {
      offline: "NetSuite could not be reached.",
      "timed-out": "NetSuite did not answer in time.",
      "tls-failed": "The secure connection failed, so nothing was sent.",
      redirected: "The answer pointed elsewhere; Certdesk did not follow.",
      "answer-too-large": "The answer was larger than any of NetSuite’s.",
      "answer-empty": "The answer was empty.",
      "answer-not-json": "The answer could not be read.",
      "server-failed": "NetSuite answered that something is wrong on its side.",
      "too-many-requests": "NetSuite asked us to wait: too many requests were sent.",
      "token-refused": "NetSuite refused the token request, and does not say why. A new mapping may need some minutes: continuing asks again.",
      "token-not-accepted": "NetSuite did not accept the access. Sign in again, then continue.",
      "permission-missing": "The role may not change certificates. It needs “Manage own OAuth 2.0 Client Credentials Certificates”.",
      "endpoint-missing": "This account does not offer the list of certificates.",
      "endpoint-refused": "NetSuite refused the request.",
      "scope-missing": "The access does not reach the list: its token lacks the scope REST web services.",
      "role-or-entity-missing": "Role and entity of the mapping are not known.",
      "slots-full": "Every slot is in use: revoke a certificate that nobody uses, then continue.",
      "upload-unsettled": "The answer to the upload was lost, and the list does not show the certificate yet.",
      "sign-in-needed": "Nobody is signed in. Sign in, then continue.",
      "sign-in-ended": "The sign-in has ended. Sign in again, then continue.",
      "revokes-itself": "The access in use comes from the certificate that is to go. Sign in by the browser, then continue.",
      "revoke-unsettled": "NetSuite answered, but its list still shows the old certificate as active.",
      "certificate-not-listed": "NetSuite does not list the certificate any more.",
      "certificate-already-listed": "NetSuite’s list shows the new certificate in a state nobody here gave it.",
      "vault-locked": "The keychain was locked.",
      "vault-unavailable": "The keychain could not be reached.",
      "vault-denied": "The keychain refused access.",
      "vault-full": "The new key does not fit into the keychain. Abandon, and choose a smaller key.",
      "key-missing": "The new private key is not in the keychain any more. Abandon, and begin again.",
      "practice-not-running": "The practice account was stopped.",
      "disk-full": "The disk is full; nothing could be noted down.",
      "rotation-elsewhere": "Another Certdesk was at work on it.",
      busy: "Something else was running for this connection.",
      cancelled: "The search for the new key was cancelled. Continuing starts another.",
    },
    causeUnknown: "The last act did not end well.",
  },

  byHand: {
    lead: "An Administrator makes a new mapping for the same entity, role and application, and reads its Certificate ID back to you. The old mapping stays as it is.",
    note: "The old certificate goes on working: nothing is revoked by this.",
  },
  handOver: {
    /** @param {string} target */
    lead: (target) => `The values for ${target}, in the order of its own form. Two are new: the private key and the Certificate ID.`,
    isNew: "New",
    /** @param {string} target */
    done: (target) => `${target} has the values`,
    saving: "Noting it…",
    note: "The old ones go on working: nothing is revoked by this.",
    noteNone: "Nothing else works meanwhile.",
  },
  switch: {
    /** @param {string} target */
    title: (target) => `Has ${target} fetched a token with the new values?`,
    /** @param {string} target */
    lead: (target) => `Only ${target} can say which key it uses. Ask it for a test of its own, and wait for the result:`,
    lead2: "Nobody but you decides this: Certdesk sets no date and runs no clock.",
    lead2Old: "Until you say yes the old certificate stays the one in use.",
    /** @param {string} target */
    fallback: (target) => `Let ${target} fetch a token, or make one call to NetSuite.`,
    /** @param {string} target */
    done: (target) => `${target} uses the new one`,
    saving: "Noting it…",
    values: "Show the values",
    hide: "Hide the values",
    notWorking: "It does not work",
    /** @param {string} target */
    stuckTitle: (target) => `If ${target} gets no token`,
    stuckBody: "Ask for one here with the new key. If it comes, NetSuite’s side is right, and a value over there differs: compare them one by one, the private key included.",
    stuckBack: "In a hurry? The old key and the old Certificate ID still work.",
    test: "Ask with the new key",
    testing: "Asking NetSuite…",
    tested: "A token came with the new key: NetSuite’s side is right.",
  },
  revokeOld: {
    /** @param {string} target @param {Part} when */
    lead: (target, when) => html`${target} uses the new certificate since ${when}.`,
    /** @param {Part} date */
    still: (date) => html`The old one still works: whoever has its key can fetch tokens until it is revoked, or runs out on ${date}.`,
    stillLeak: "The leaked key still works until its certificate is revoked.",
    first: "This is what you chose to do first. Nothing was sent yet.",
    act: "Revoke the old certificate…",
    leave: "Leave it until it runs out",
    leaving: "Noting it…",
    byHand: "Certdesk does not know NetSuite’s list here. An Administrator can revoke the old mapping once a day’s work has gone by, or leave it until it runs out:",
    doneByHand: "Finish",
    noHurry: "No hurry: let a day’s work go by. It stays on the board until it is gone.",
    dialogTitle: (/** @type {string} */ name) => `Revoke the old certificate of ${name}?`,
    dialogId: "Certificate ID",
    refuses: "NetSuite refuses every token request signed with its key. Whether tokens already given end as well, NetSuite does not say; they live 60 minutes at most.",
    /** @param {string} target @param {Part} when */
    users: (target, when) => html`NetSuite does not say who still uses it. Certdesk knows of ${target}, which you said uses the new one since ${when}.`,
    /** @param {string} target */
    usersFirst: (target) => `${target} still uses it, and gets no new tokens until it has the new values.`,
    final: "It cannot be taken back, and a revoked certificate cannot be used again.",
    dialogAct: "Revoke certificate",
    revoking: "Revoking…",
    type: "To confirm, type its last six characters:",
    revoked: "The old certificate is revoked",
  },

  abandon: {
    title: "Abandon this rotation?",
    uploaded: "The new certificate is revoked in NetSuite, and its slot becomes free.",
    unsettled: "If the list shows the new certificate, it is revoked in NetSuite.",
    byHand: "If the new certificate was uploaded already, an Administrator has to revoke it in NetSuite. Without its key it opens nothing, but it takes one of five places.",
    notUploaded: "NetSuite was sent nothing yet, so nothing changes there.",
    key: "The new private key is deleted here. Nobody can bring it back.",
    /** @param {string} target */
    old: (target) => `The old certificate stays current. ${target} notices nothing.`,
    /** @param {string} target */
    oldGone: (target) => `${target} stays without a working certificate.`,
    /** @param {string} target */
    handedOver: (target) => `${target} may have the new values already: it must go on with the old ones.`,
    act: "Abandon rotation",
    done: "The rotation is abandoned; the old certificate stays current",
    doneGone: "The rotation is abandoned",
  },

  ended: {
    /** @param {string} target */
    title: (target) => `Rotated: ${target} uses the new certificate`,
    lead: "What exists now:",
    certificate: "Certificate",
    /** @param {Part} date @param {string} words */
    until: (date, words) => html`Valid until ${date}, ${words}`,
    certificateId: "Certificate ID",
    old: "Old certificate",
    oldRevoked: "Revoked; NetSuite’s list says so",
    /** @param {Part} date */
    oldKept: (date) => html`Runs out on ${date}. Until then its key works; it can be revoked in the list at any time.`,
    /** @param {Part} date */
    oldKeptByHand: (date) => html`Runs out on ${date}, unless an Administrator revokes it in NetSuite sooner. Until then its key works.`,
    oldNone: "There was none",
    next: "Next",
    nextBody: "Nothing now. The board names this connection again two months before the end.",
    open: "Open the connection",
    list: "Certificates in NetSuite",
  },
};
