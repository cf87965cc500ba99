/** The functions of the browser's code, and how many lines each has: {file, line, lines} for every one of them. */

import { readFileSync } from "node:fs";
import path from "node:path";

import { API } from "typescript/unstable/sync";

const root = path.resolve("web");
const api = new API({ cwd: process.cwd() });
const [{ program }] = api.updateSnapshot({ openProject: path.join(root, "tsconfig.json") }).getProjects();
const files = program.getSourceFileNames().filter((name) => name.startsWith(root.replaceAll("\\", "/") + "/"));
const found = [];

for (const name of files) {
  const source = program.getSourceFile(name);
  const text = readFileSync(name, "utf-8");
  const lineAt = (place) => text.slice(0, place).split("\n").length;
  const visit = (node) => {
    if (node.parameters && node.body) {
      const first = lineAt(node.getStart(source));
      found.push({ file: path.basename(name), line: first, lines: lineAt(node.end) - first + 1 });
    }
    node.forEachChild(visit);
  };
  visit(source);
}
api.close();
console.log(JSON.stringify(found));
