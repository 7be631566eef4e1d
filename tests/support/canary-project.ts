import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { hostileText } from './hostile-texts.ts';
import { testEngine } from './engine.ts';

/** Stands in every name, title and text of the foreign project, and nowhere else. */
export const CANARY = 'QXCANARY';
/** Finds canaries through a search, and is not one when a page shows again what was searched for. */
export const CANARY_SEARCH = 'qxcanary';
/** Begins every id of the foreign project. */
export const CANARY_ID = 'cafe0000-0000-7000-8000-';
const CANARY_SLUG = 'canary';

type Row = Record<string, unknown>;

/** Never copied: they belong to the installation, or to one person. */
const OWN_TABLES: ReadonlySet<string> = new Set([
	'session',
	'one_time_link',
	'sign_in_throttle',
	'setting',
	'stored_file',
	'outbox_mail',
	'mail_letter'
]);

const TEXT =
	/^(acronym|title|name|current_name|text|note|.*_note|reason|.*_reason|description|objectives|consequence|.*_consequence|help|statement|answer|subject|body|place|city|mitigation|late_justification|reference|.*_reference|.*_name|.*_acronym|record_label|.*_text|grant_number|website)$/;
/** Words of the application that happen to lie in such a column. */
const NOT_TEXT: ReadonlySet<string> = new Set([
	'checklist_answer.answer',
	'institution_answer.answer',
	'meeting_invitee.answer',
	'check_in.answer',
	'check_in_line.answer'
]);

interface Part {
	table: string;
	rows: Row[];
}

const isId = (value: unknown): value is string =>
	typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value);

const hangsOn = (row: Row, known: ReadonlySet<string>) =>
	Object.values(row).some((value) => isId(value) && known.has(value));

/** The rows of a project in every table: by project, by chain, or hanging on rows that do. */
async function collect(db: Db, projectId: string): Promise<Part[]> {
	const tables = (await db.introspection.getTables()).filter(
		({ name }) => !name.startsWith('kysely') && !OWN_TABLES.has(name)
	);
	const parts: Part[] = [];
	const known = new Set([projectId]);
	const owner = (columns: readonly string[]) =>
		columns.find((column) => column === 'project_id' || column === 'chain');
	const read = async (table: string) => (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows;

	for (const { name, columns } of tables) {
		const column = name === 'project' ? 'id' : owner(columns.map((one) => one.name));
		if (column === undefined) continue;
		const rows = (await read(name)).filter((row) => row[column] === projectId);
		parts.push({ table: name, rows });
		for (const row of rows) if (isId(row.id)) known.add(row.id);
	}
	const members = parts.find((part) => part.table === 'membership')?.rows ?? [];
	const people = new Set(members.map((row) => row.person_id));
	parts.push({ table: 'person', rows: (await read('person')).filter((row) => people.has(row.id)) });

	const done = new Set(parts.map((part) => part.table));
	const hanging: Part[] = [];
	for (const { name } of tables.filter((table) => !done.has(table.name)))
		hanging.push({ table: name, rows: await read(name) });
	// Rows hang on rows that hang on the project: as long as there are more of them.
	for (let before = -1; before !== known.size;) {
		before = known.size;
		for (const { rows } of hanging)
			for (const row of rows) if (hangsOn(row, known) && isId(row.id)) known.add(row.id);
	}
	return [
		...parts,
		...hanging.map(({ table, rows }) => ({ table, rows: rows.filter((row) => hangsOn(row, known)) }))
	];
}

/** D4.2 becomes D94.2, for every second item: some codes of the foreign project are also ours, some are not. */
function foreignCode(code: string, position: number): string {
	return position % 2 === 0 ? code.replace(/\d/, '9$&') : code;
}

const SHORT = 200;

/** Ends what was typed in a text of the foreign project. */
export const CANARY_END = '▮';

function renamed(table: string, column: string, value: unknown, row: Row, number: number): unknown {
	if (typeof value !== 'string' || value === '') return value;
	if (table === 'project' && column === 'slug') return CANARY_SLUG;
	if (column === 'email') return `canary.${value}`;
	if (column === 'search') return `${CANARY_SEARCH} ${value}`;
	if (table === 'item' && column === 'code') return foreignCode(value, Number(row.position));
	if (NOT_TEXT.has(`${table}.${column}`) || !TEXT.test(column)) return value;
	// Short texts stay within what their columns hold.
	return `${CANARY} ${hostileText(number)}${CANARY_END} ${value}`.slice(0, Math.max(SHORT, value.length));
}

/**
 * Copies a project, with its people and everything that hangs on it, as a stranger's project of the same
 * installation: new ids, and canaries and hostile words in every text. What the product learns to store is copied too.
 */
export async function addCanaryProject(camelCased: Db, projectId: string): Promise<{ projectId: string }> {
	const db = camelCased.withoutPlugins();
	const parts = await collect(db, projectId);
	// In the order of the old ones: pairs of records are kept the smaller id first.
	const known = parts
		.flatMap(({ rows }) => rows.map(({ id }) => id))
		.filter(isId)
		.sort();
	const ids = new Map(known.map((id, index) => [id, CANARY_ID + index.toString(16).padStart(12, '0')]));
	const swap = (text: string) =>
		text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => ids.get(id) ?? id);

	let number = 0;
	await db.transaction().execute(async (db) => {
		const later =
			testEngine() === 'postgres'
				? `set local session_replication_role = replica`
				: `pragma defer_foreign_keys = on`;
		await sql.raw(later).execute(db);
		for (const { table, rows } of parts) {
			for (const row of rows) {
				const columns = Object.keys(row);
				const values = columns.map((column) => {
					const value = renamed(table, column, row[column], row, number++);
					return typeof value === 'string' ? swap(value) : value;
				});
				await sql`insert into ${sql.table(table)} (${sql.join(columns.map((one) => sql.id(one)))})
					values (${sql.join(values)})`.execute(db);
			}
		}
	});
	return { projectId: ids.get(projectId) ?? '' };
}
