// @ts-check
// Sample code as the backend fills it in: three languages of its many.

import * as fixtures from "./fixtures.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */

/** @param {string} keyFile */
const node = (keyFile) => `import { readFile } from "node:fs/promises";
import { importPKCS8, SignJWT } from "jose";

const tokenUrl = "https://4718203.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";
const clientId = "${fixtures.CLIENT_ID}";
const certificateId = "${fixtures.EXPECTED_ID}";
const algorithm = "PS256";
const scope = ["restlets", "rest_webservices"];
const keyFile = ${JSON.stringify(keyFile)}; // keep it out of source control

const key = await importPKCS8(await readFile(keyFile, "utf8"), algorithm);
const assertion = await new SignJWT({ scope })
  .setProtectedHeader({ typ: "JWT", alg: algorithm, kid: certificateId })
  .setIssuer(clientId)
  .setAudience(tokenUrl)
  .setIssuedAt("10 seconds ago") // NetSuite refuses a time in the future
  .setExpirationTime("5 minutes")
  .sign(key);
`;

/** @param {ipc.ConnectionView} view @returns {ipc.CodeSamples} */
function samples(view) {
  const exported = view.credentials[0]?.exportedKey;
  const usable = exported && !exported.encrypted && (exported.form === "pkcs8-lines" || exported.form === "file");
  const keyFile = usable ? exported.path : "private.pem";
  return {
    keyFile,
    keySaved: Boolean(usable),
    samples: [
      { name: "bruno", label: "Bruno", file: "netsuite-token.bru", needs: "Bruno 3 or later. Save the file to the folder of a collection.", install: null, run: null, key: "Bruno reads the private key from NETSUITE_PRIVATE_KEY in the collection’s .env file. Enter the content of private.pem there, between quotation marks, and keep the file out of source control.", tested: true, sources: ["https://docs.usebruno.com/scripting/javascript-reference"], code: "meta {\n  name: NetSuite token\n}\n" },
      { name: "csharp", label: "C# (.NET 8)", file: "Program.cs", needs: ".NET SDK 8 or later", install: "dotnet new console --output netsuite-token\ncd netsuite-token\ndotnet add package Microsoft.IdentityModel.JsonWebTokens", run: "dotnet run", key: null, tested: false, sources: ["https://learn.microsoft.com/en-us/dotnet/api/microsoft.identitymodel.jsonwebtokens.jsonwebtokenhandler"], code: `const string keyFile = ${JSON.stringify(keyFile)};\n` },
      { name: "node", label: "Node.js (jose)", file: "netsuite-token.mjs", needs: "Node.js 20 or later", install: "npm install jose", run: "node netsuite-token.mjs", key: null, tested: true, sources: ["https://github.com/panva/jose"], code: node(keyFile) },
    ],
  };
}

/** @type {Record<string, (backend: import("./backend.js").FakeBackend, args: any) => unknown>} */
export const CODE_SAMPLE_COMMANDS = {
  code_sample_list: (backend, { id }) => samples(backend.find(id)),
  code_sample_save: (backend, { id, sample }) => {
    const { file } = samples(backend.find(id)).samples.find(({ name }) => name === sample) ?? { file: "" };
    return backend.scene.choosesFile ? `/home/mira/Documents/${file}` : null;
  },
};
