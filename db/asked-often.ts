import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './schema.ts';

/** No text of people begins with it. */
const MARK = '\0';

/**
 * A query that every request asks, built and compiled once for a database: doing that each time costs several times
 * what the database needs to answer. Where it means a text of the question, it is built with that text's name.
 */
export function askedOften<Name extends string, Row>(
	build: (db: Db, text: (name: Name) => string) => Compilable<Row>
): (db: Db, texts: Record<Name, string>) => Promise<Row[]> {
	const compiled = new WeakMap<Db, CompiledQuery<Row>>();
	return async (db, texts) => {
		const query = compiled.get(db) ?? build(db, (name) => MARK + name).compile();
		compiled.set(db, query);
		const named = new Map<unknown, string>(
			Object.entries<string>(texts).map(([name, text]) => [MARK + name, text])
		);
		const parameters = query.parameters.map((value) => named.get(value) ?? value);
		const { rows } = await db.executeQuery<Row>({ ...query, parameters });
		return rows;
	};
}
