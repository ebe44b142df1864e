// @ts-check
// What was typed and not yet saved, so that leaving a screen and coming back loses nothing.
// It lives as long as the window. Passphrases never come here.

/** @typedef {{ get: (name: string, otherwise: string) => string, isOn: (name: string, otherwise: boolean) => boolean, set: (name: string, value: string) => void, has: (name: string) => boolean, clear: () => void }} Drafts */

/** @type {Map<string, Map<string, string>>} */
const kept = new Map();

/**
 * @param {string} scope for example "<connection>/account"
 * @returns {Drafts}
 */
export function drafts(scope) {
  const own = () => kept.get(scope);
  return {
    get: (name, otherwise) => own()?.get(name) ?? otherwise,
    isOn: (name, otherwise) => {
      const value = own()?.get(name);
      return value === undefined ? otherwise : value === "on";
    },
    set(name, value) {
      if (!kept.has(scope)) kept.set(scope, new Map());
      own()?.set(name, value);
    },
    has: (name) => own()?.has(name) ?? false,
    clear: () => kept.delete(scope),
  };
}

/** All drafts of one connection, when it is removed. @param {string} prefix */
export function forgetDrafts(prefix) {
  for (const scope of kept.keys()) if (scope.startsWith(prefix)) kept.delete(scope);
}

/** Keeps what `element` now holds. @param {Drafts} store @param {Element} element */
export function keepDraft(store, element) {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement)) return;
  if (!element.name || element.type === "password") return;
  if (element instanceof HTMLInputElement && element.type === "checkbox") store.set(element.name, element.checked ? "on" : "off");
  else store.set(element.name, element.value);
}
