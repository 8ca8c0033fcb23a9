export default {
  mode: "production",
  target: "node",
  entry: { main: "./main.mjs", functions: "./functions-entry.mjs" },
  experiments: { outputModule: true, topLevelAwait: true },
  output: { path: `${import.meta.dirname}/out`, filename: "[name].mjs", module: true, library: { type: "module" } },
};
