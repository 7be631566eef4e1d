import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Db } from '#db/schema.ts';
import { CANARY, CANARY_ID } from '#tests/support/canary-project.ts';

type Row = Record<string, unknown>;

async function rowsByTable(db: Db): Promise<[string, Row[]][]> {
	const plain = db.withoutPlugins();
	const tables = (await plain.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely'));
	return Promise.all(
		tables.map(async ({ name }): Promise<[string, Row[]]> => {
			const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(plain);
			return [name, rows];
		})
	);
}

/** Whose page was last seen when: reading writes it. */
const SEEN = 'project_visit';
/** A form's own key, made up by who sends it; a comment has it as its id. */
function withoutKey(table: string, { submit_key: _, id, ...row }: Row): Row {
	return table === 'review_comment' ? row : { id, ...row };
}

const isForeign = (row: Row) => JSON.stringify(row).includes(CANARY_ID);

const isId = (value: unknown): value is string =>
	typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/.test(value);

export interface ForeignIds {
	/** A few of every table. */
	all: string[];
	/** Those of the table in which one of our ids lies. */
	like(ours: string): string[];
}

/** A few ids of the foreign project from every table, to be tried where one of ours belongs. */
export async function foreignIds(db: Db, perTable: number): Promise<ForeignIds> {
	const tables = (await rowsByTable(db)).map(([, rows]) => {
		const ids = rows.map(({ id }) => id).filter(isId);
		const foreign = ids.filter((id) => id.startsWith(CANARY_ID)).slice(0, perTable);
		return { ids: new Set(ids), foreign };
	});
	return {
		all: tables.flatMap(({ foreign }) => foreign),
		like: (ours) => tables.filter(({ ids }) => ids.has(ours)).flatMap(({ foreign }) => foreign)
	};
}

/** One hash for each table over everything in it that belongs to the foreign project. */
export async function foreignPrint(db: Db, projectId: string): Promise<Record<string, string>> {
	const prints: Record<string, string> = {};
	for (const [name, all] of await rowsByTable(db)) {
		if (name === SEEN) continue;
		const hash = createHash('sha256');
		const rows = all.filter((row) => row.project_id !== projectId && row.chain !== projectId);
		const lines = rows.filter(isForeign).map((row) => JSON.stringify(row));
		prints[name] = hash.update(lines.sort().join('\n')).digest('hex');
	}
	return prints;
}

/** Of our project; what names no project hangs on something of ours. */
function isOurs(row: Row, projectId: string): boolean {
	if ('project_id' in row || 'chain' in row) return row.project_id === projectId || row.chain === projectId;
	return Object.values(row).some((value) => isId(value) && !value.startsWith(CANARY_ID));
}

/** Rows of our own project that name something of the foreign one; what was refused may be told in the audit. */
export async function mixedRows(db: Db, projectId: string): Promise<string[]> {
	return (await rowsByTable(db)).flatMap(([name, rows]) =>
		rows
			.filter((row) => isOurs(row, projectId))
			.filter((row) => isForeign(withoutKey(name, row)) && row.outcome !== 'refused')
			.map((row) => `${name}: ${JSON.stringify(row)}`)
	);
}

/** What an answer tells of the foreign project, apart from what was asked with. */
export function leaks(body: string, asked: string): string[] {
	const told = body.match(new RegExp(`${CANARY}[^<"]{0,40}|${CANARY_ID}[0-9a-f]{12}`, 'g')) ?? [];
	return [...new Set(told)].filter((one) => !asked.includes(one));
}
