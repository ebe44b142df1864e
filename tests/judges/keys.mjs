// Reads private keys from standard input, each in one of the forms that kits ask for, and prints the forms in which
// Node's own crypto found the key that belongs to the public key beside it.
import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";

const read = {
  lines: (text) => text,
  "one-line": (text) => JSON.parse(`"${text}"`),
  base64: (text) => Buffer.from(text, "base64").toString(),
  traditional: (text) => text,
  jwk: (text) => ({ key: JSON.parse(text), format: "jwk" }),
};
const found = [];
for (const { form, text, publicKey } of JSON.parse(readFileSync(0, "utf8"))) {
  const key = createPublicKey(createPrivateKey(read[form](text)));
  if (key.export({ type: "spki", format: "der" }).toString("base64") !== publicKey) throw new Error(`another key in ${form}`);
  found.push(form);
}
console.log(JSON.stringify(found));
