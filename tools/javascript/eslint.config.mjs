// One dialect for every script of the project: what Chromium 80 and the Safari of its time run, in one style.
import { createRequire } from "node:module";

const installed = createRequire(new URL("../../.tools/javascript/package.json", import.meta.url));
const js = installed("@eslint/js");
const stylistic = installed("@stylistic/eslint-plugin");

const REFUSED = {
  "Program > :not(ExpressionStatement)": "A script is one function that calls itself.",
  "Program > ExpressionStatement:not([expression.callee.type='FunctionExpression'])":
    "A script is one function that calls itself.",
  "VariableDeclaration[kind!='var']": "Variables are declared with var.",
  "TemplateLiteral": "Texts are joined with +.",
  ":function[async=true], :function[generator=true]": "Promises are followed with then.",
  "MemberExpression[object.name='window']": "What scripts share is on globalThis.",
  "CallExpression[callee.property.name='appendChild']": "Elements are put in with append.",
  "CallExpression[callee.property.name=/^getElementsBy/]": "Elements are found with querySelector, or getElementById for an id of a reader.",
  "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|write)$/][object.property.name!=/^(stdout|clipboard)$/][object.name!=/^(search|pasted)$/]":
    "Texts become text, never HTML.",
};

export default [
  { ignores: ["bench/work/", "bench/results/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2018, sourceType: "script" },
    plugins: { "@stylistic": stylistic },
    rules: {
      "no-undef": "off", // tsc knows every global with its type
      "no-restricted-syntax": ["error", ...Object.entries(REFUSED).map(([selector, message]) => ({ selector, message }))],
      strict: ["error", "function"],
      eqeqeq: "error",
      curly: "error",
      "no-unused-vars": ["error", { caughtErrors: "none", args: "after-used" }],
      "no-shadow": "off",
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "prefer-arrow-callback": "error",
      "arrow-body-style": ["error", "as-needed"],
      "object-shorthand": "error",
      "no-eval": ["error", { allowIndirect: true }],
      "no-implied-eval": "error",
      "no-implicit-globals": "error",
      "no-redeclare": "error",
      "no-use-before-define": "off",
      "@stylistic/quotes": ["error", "double", { avoidEscape: true }],
      "@stylistic/semi": "error",
      "@stylistic/indent": ["error", 2, { SwitchCase: 1 }],
      "@stylistic/max-len": ["error", { code: 120 }],
      "@stylistic/brace-style": ["error", "1tbs", { allowSingleLine: true }],
      "@stylistic/arrow-parens": "error",
      "@stylistic/eol-last": "error",
      "@stylistic/no-trailing-spaces": "error",
      "@stylistic/space-before-function-paren": ["error", { anonymous: "always", named: "never", asyncArrow: "always" }],
    },
  },
];
