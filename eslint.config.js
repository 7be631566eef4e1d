import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const KIT = '^(@sveltejs/|\\$app/|\\$env/|\\$service-worker)';
const DRIVERS = '^(better-sqlite3|pg|@electric-sql/|kysely)(/|$)';
const ROUTES = '(^|/)routes/';
const PARENT = {
	regex: '^\\.\\./',
	message: 'Name it from its root: #lib/…, #db/… or #tests/…; what two routes share belongs into #lib/.'
};

/**
 * One row of the table: who may import whom.
 * @param {string | string[]} folder
 * @param {{ regex: string, message: string, allowTypeImports?: boolean }[]} never
 * @param {string[]} [ignores]
 * @returns {import('eslint').Linter.Config}
 */
function row(folder, never, ignores = []) {
	return {
		files: [folder].flat().flatMap((path) => (/\.\w+$/.test(path) ? path : `${path}/**/*.{ts,svelte}`)),
		ignores,
		rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [PARENT, ...never] }] }
	};
}

/** @param {string[]} allowed @param {string} message */
function only(allowed, message) {
	return { regex: `^(?!\\./|\\.\\./|${allowed.join('|')})`, message };
}

const imports = [
	row('src/lib/domain', [
		only(
			['#lib/domain/'],
			'The rules are pure and import only each other: hand in what they need as an argument.'
		)
	]),
	row('src/lib/text', [
		only(
			['#lib/text/', '#lib/domain/', 'valibot$'],
			'Words know the rules, and nothing of the server or the database.'
		)
	]),
	row('src/lib/schemas', [
		only(
			['#lib/schemas/', '#lib/domain/', 'valibot$'],
			'Form bodies know the rules, and nothing of the server or the database.'
		)
	]),
	row(
		['src/lib/server/queries', 'src/lib/server/commands'],
		[
			{
				regex: KIT,
				message: 'A query or command works without the framework: the page or action hands in what it needs.'
			},
			{
				regex: '^#lib/server/(?:(?:db|action|page)\\.ts$|http/)',
				message: 'It is given `db` as its first argument; only routes and the cli open one.'
			},
			{ regex: '^#db/schema', allowTypeImports: true, message: 'The tables are types: `import type`.' },
			{
				regex: '^#db/(connect|migrate|sqlite|postgres|cli|projects|migrations|environment)',
				message: 'It is given `db`; opening and filling a database belongs to db/.'
			},
			{
				regex: '^#lib/(components|charts|text)/',
				message: 'It answers with codes and rows; the page turns them into words.'
			},
			{ regex: ROUTES, message: 'Routes ask queries and commands, never the other way round.' },
			{
				regex: '^(better-sqlite3|pg|@electric-sql/)',
				message: 'The engine is chosen in db/; both run the same queries.'
			}
		]
	),
	row(
		'src/lib/server',
		[
			{
				regex: '^#lib/(components|charts)/',
				message: 'The server makes data; pages and components draw it.'
			},
			{ regex: ROUTES, message: 'What a route and the server share belongs into #lib/.' },
			{
				regex: '^(better-sqlite3|pg|@electric-sql/)',
				message: 'The engine is chosen in db/; both run the same queries.'
			}
		],
		['src/lib/server/{queries,commands}/**']
	),
	row(
		['src/lib/components', 'src/lib/charts'],
		[
			{
				regex: '^#lib/(server|schemas)/',
				message: 'A component draws what the page hands to it; its load asks the server.'
			},
			{
				regex: `^#db/|^node:|${DRIVERS}`,
				message: 'A component runs in the browser: its page loads the data.'
			},
			{ regex: ROUTES, message: 'A component serves many pages: hand in what it needs.' }
		]
	),
	row(
		['src/routes/**/*.server.ts', 'src/routes/**/+server.ts'],
		[
			{ regex: DRIVERS, message: 'SQL belongs into #lib/server/queries/ and #lib/server/commands/.' },
			{
				regex: '^#db/',
				allowTypeImports: true,
				message: 'A route takes its database from #lib/server/db.ts.'
			},
			{ regex: '^#lib/(components|charts)/', message: 'Components belong into +page.svelte.' },
			{ regex: ROUTES, message: 'What two routes share belongs into #lib/.' }
		]
	),
	row(
		['src/routes/**/*.svelte', 'src/routes/**/*.ts'],
		[
			{
				regex: `^#lib/server/|^#db/|^node:|${DRIVERS}`,
				message: 'This file runs in the browser: load the data in +page.server.ts.'
			},
			{ regex: ROUTES, message: 'What two routes share belongs into #lib/.' }
		],
		['src/routes/**/*.server.ts', 'src/routes/**/+server.ts']
	),
	row('src/*.ts', [{ regex: ROUTES, message: 'What a hook and a route share belongs into #lib/.' }]),
	row(
		'db',
		[
			{ regex: KIT, message: 'db/ runs in plain Node, without a build.' },
			{
				regex: '^#lib/domain/',
				allowTypeImports: true,
				message: 'db/ knows the types of the domain only: `import type`.'
			},
			{
				regex: '^#lib/(?!domain/)',
				message: 'db/ stands below the application; what joins both belongs into db/cli/ or #lib/server/.'
			},
			{ regex: ROUTES, message: 'db/ stands below the application.' }
		],
		['db/cli.ts', 'db/cli/**', 'db/migrations/**']
	),
	row(
		['db/cli.ts', 'db/cli'],
		[
			{ regex: KIT, message: 'The cli runs in plain Node, without a build.' },
			{
				regex: `${ROUTES}|^#lib/(components|charts)/`,
				message: 'The cli asks queries and commands, as routes do.'
			}
		]
	),
	row('db/migrations', [
		only(['kysely(?:/|$)', 'node:'], 'A migration is frozen: it imports nothing that may still change.')
	]),
	row('tests', [])
];

export default ts.config(
	{
		ignores: ['**/.svelte-kit/', '**/build/', 'data/', 'test-results/', 'playwright-report/']
	},
	{
		files: ['**/*.ts'],
		ignores: ['**/*.svelte.ts'],
		extends: [ts.configs.recommendedTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/unbound-method': 'off'
		}
	},
	{
		files: ['**/*.js', '**/*.mjs', '**/*.svelte', '**/*.svelte.ts'],
		extends: [ts.configs.recommended]
	},
	...svelte.configs.recommended,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		languageOptions: { globals: { ...globals.node } },
		rules: {
			'max-lines': ['error', { max: 300 }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-console': 'error',
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' }
			]
		}
	},
	{
		files: ['static/**'],
		languageOptions: { sourceType: 'script', globals: globals.browser },
		// The rule of the plugin takes every file for a module.
		rules: { 'no-undef': 'error', 'svelte/no-inner-declarations': 'off' }
	},
	{
		files: ['**/*.svelte'],
		languageOptions: { globals: { ...globals.browser } },
		rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' }
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		rules: {
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'svelte/no-at-html-tags': 'error',
			// {' '} is the one way to keep a space beside a block.
			'svelte/no-useless-mustaches': 'off',
			// It takes the reason behind the code for more codes.
			'svelte/no-unused-svelte-ignore': 'off',
			// Links are plain addresses and load whole pages; no base path is supported.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{ files: ['db/migrations/**', 'db/projects/**', 'src/lib/text/**'], rules: { 'max-lines': 'off' } },
	{
		files: ['scripts/**', 'docs/**', 'db/cli.ts', 'db/cli/**', 'src/hooks*.ts', 'tests/bench/**'],
		rules: { 'no-console': 'off' }
	},
	...imports
);
