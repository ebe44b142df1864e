// The tools that install.sh puts beside the builds.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export const tools = createRequire(fileURLToPath(new URL("../../../target/ui-tests/", import.meta.url)));
