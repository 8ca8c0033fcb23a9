const swc = [
  "@swc/jest",
  { jsc: { parser: { syntax: "typescript" }, target: "es2023" }, module: { type: "commonjs" } },
];

/** Dependencies that are modules: Node requires them as they are, Jest on Node 20 does not. */
const modules =
  "parse-json|supports-color|change-case|index-to-position|mdast-util-[^/]+|micromark[^/]*|unist-util-[^/]+|markdown-table|longest-streak|zwitch|ccount|escape-string-regexp|decode-named-character-reference|character-entities[^/]*|devlop|dequal|url-template";

/** @type {import("jest").Config} */
module.exports = {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // Jest leaves one core to its user: of two, that is half of the time.
  maxWorkers: "100%",
  modulePathIgnorePatterns: ["<rootDir>/generator/dist", "<rootDir>/generated/dist"],
  // The runtime's sources import each other as they will be called.
  moduleNameMapper: { "^(\\./.*)\\.js$": "$1" },
  transform: { "^.+\\.[jt]s$": swc },
  transformIgnorePatterns: [`/node_modules/(?!(.*/)?(${modules})/)`],
  testEnvironment: "node",
  snapshotFormat: { printBasicPrototype: false, escapeString: false },
};
