// Runs a Postman collection with the engine of the Postman app: the folder in which it is installed, the collection, the
// file of the private key. Prints what the scripts print and every response; a failure ends it with 1.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [modules, file, key] = process.argv.slice(2);
const require = createRequire(join(modules, "here.js"));
const { Runner } = require("postman-runtime");
const { Collection, VariableScope } = require("postman-collection");

const collection = new Collection(JSON.parse(readFileSync(file, "utf8")));
const environment = new VariableScope({ values: [{ key: "privateKey", value: readFileSync(key, "utf8") }] });
let failed = false;

/** @param {unknown} failure */
function fail(failure) {
  if (failure) failed = true;
  if (failure) console.error(failure);
}

new Runner().run(collection, { environment }, (error, run) => {
  fail(error);
  run.start({
    console: (_cursor, _level, ...words) => console.log(...words),
    exception: (_cursor, exception) => fail(exception.message),
    assertion: (_cursor, assertions) => assertions.forEach(({ name, error }) => (error ? fail(`${name}: ${error.message}`) : console.log(name))),
    response: (error, _cursor, response) => {
      fail(error);
      if (response && response.code > 299) fail(`${response.code} ${response.text()}`);
    },
    done: (error) => {
      fail(error);
      process.exitCode = failed ? 1 : 0;
    },
  });
});
