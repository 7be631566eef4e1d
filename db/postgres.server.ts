import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { PostgresConnection } from './connection.ts';
import { errorText } from './error-text.ts';
import type { Schema } from './schema.ts';

const SECOND = 1000;

/** Counts, sums and averages arrive as numbers, as they do from SQLite. */
function numbersAsNumbers() {
	const types = new pg.TypeOverrides();
	types.setTypeParser(pg.types.builtins.INT8, Number);
	types.setTypeParser(pg.types.builtins.NUMERIC, Number);
	return types;
}

export async function connectPostgres(databaseUrl: string, poolSize = 10): Promise<PostgresConnection> {
	const pool = new pg.Pool({
		connectionString: databaseUrl,
		application_name: 'leslie-dashboard',
		max: poolSize,
		types: numbersAsNumbers(),
		connectionTimeoutMillis: 10 * SECOND,
		statement_timeout: 30 * SECOND,
		lock_timeout: 10 * SECOND,
		idle_in_transaction_session_timeout: 60 * SECOND
	});
	// Without a listener a server restart would end this process; the next query reports what is wrong.
	pool.on('error', () => undefined);

	const db = new Kysely<Schema>({
		dialect: new PostgresDialect({ pool }),
		plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
	});
	const setting = async (name: string) => {
		const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db);
		return rows[0]?.value ?? '';
	};
	const settingProblems = async () => {
		const expected = { transaction_read_only: 'off', server_encoding: 'UTF8', synchronous_commit: 'on' };
		const found = await Promise.all(
			Object.entries(expected).map(async ([name, value]) => {
				const actual = await setting(name);
				return actual === value ? [] : [`PostgreSQL: ${name} is ${actual}, expected ${value}`];
			})
		);
		return found.flat();
	};
	let closed: Promise<void> | undefined;

	return {
		engine: 'postgres',
		db,
		version: async () => `PostgreSQL ${await setting('server_version')}`,
		check: () => settingProblems().catch((error: unknown) => [`PostgreSQL: ${errorText(error)}`]),
		close() {
			closed ??= db.destroy();
			return closed;
		}
	};
}
