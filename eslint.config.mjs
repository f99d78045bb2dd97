import coreWebVitals from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const config = [
  {
    ignores: [
      '**/.next/',
      'node_modules/',
      'test-results/',
      'next-env.d.ts',
      'tests/fixtures/',
      'tests/bench/peers/',
    ],
  },
  ...coreWebVitals,
  ...typescript,
  {
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'react-hooks/exhaustive-deps': 'error',
      // What the React Compiler could not compile. It is not used: it skips virtualised components.
      'react-hooks/immutability': 'off',
      'react-hooks/preserve-manual-memoization': 'off',
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    // A component that returns a bare text leaves it beside whatever its parent draws: docs/decisions/0014-no-loose-text.md.
    files: ['app/**/*.tsx', 'components/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(:function[id.name=/^[A-Z]/] > BlockStatement > ReturnStatement, :function[id.name=/^[A-Z]/] > BlockStatement > IfStatement > ReturnStatement) > :matches(Literal[raw=/^[\'"]/], TemplateLiteral)',
          message: 'Return <>text</>: React must hold no text that a translated page takes away.',
        },
      ],
    },
  },
  {
    // A file does one thing.
    files: ['{app,components,lib,scripts,tests}/**/*.{ts,tsx,mjs}'],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    // A function can be read without scrolling. Tests stand in one that only groups them.
    files: ['{app,components,lib,scripts}/**/*.{ts,tsx,mjs}'],
    rules: { 'max-lines-per-function': ['error', 100] },
  },
  {
    // What the framework prints to the console goes through the log, so this one takes the console over.
    files: ['lib/server/runtime/page-errors.ts', 'tests/unit/server/page-errors.test.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Playwright's fixtures are called `use`, which the hooks rule takes for React's.
    files: ['tests/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
]

export default config
