// Reads cases from standard input, verifies each assertion with its certificate, and prints the
// algorithms of those accepted. The first argument is the folder in which jose is installed.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.argv[2], "here.js"));
const { importX509, jwtVerify } = await import(pathToFileURL(require.resolve("jose")).href);

const accepted = [];
for (const { algorithm, certificate, kid, token, forged, issuer, audience } of JSON.parse(readFileSync(0, "utf8"))) {
  const key = await importX509(certificate, algorithm);
  const rules = { algorithms: [algorithm], issuer, audience, typ: "JWT", requiredClaims: ["iat", "exp", "jti"] };
  const { payload, protectedHeader } = await jwtVerify(token, key, rules);
  if (protectedHeader.kid !== kid) throw new Error(`kid of ${algorithm}`);
  if (payload.exp - payload.iat > 3600) throw new Error(`lifetime of ${algorithm}`);
  const refused = await jwtVerify(forged, key, rules).then(() => false, (error) => error.code === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
  if (!refused) throw new Error(`the forgery of ${algorithm} was accepted`);
  accepted.push(algorithm);
}
console.log(JSON.stringify(accepted));
