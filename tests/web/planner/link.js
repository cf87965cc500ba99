/** Reads the fragment of an address as the planner does: {shared, playbooks, fragment} in, settings and name out. */

import { readFileSync } from "node:fs";

import { Planner } from "../../../web/planner/checklist.js";
import { readFragment } from "../../../web/planner/link.js";

const { shared, playbooks, fragment } = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(readFragment(fragment, new Planner(shared, playbooks[0]))));
