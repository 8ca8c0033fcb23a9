import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "**/dist/",
      "generated/",
      "node_modules/",
      "test/fixtures/",
      "test/types/cases/",
      "test/consumers/**/*.ts",
      "coverage/",
    ],
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // What the next stage may trust has been checked; the exclamation mark says so in the shortest way.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Heavy modules are loaded when they are needed, by require.
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "max-lines": ["error", { max: 250, skipComments: true, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 45, skipComments: true, skipBlankLines: true }],
    },
  },
  { files: ["test/**/*.ts"], rules: { "max-lines-per-function": "off", "max-lines": "off" } },
);
