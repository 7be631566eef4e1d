import { sql, type RawBuilder } from 'kysely';

/** Ids of several rows in one value of both engines. */
export function joined(column: string): RawBuilder<string | null> {
	return sql<string | null>`string_agg(${sql.ref(column)}, ',')`;
}

export function parted(ids: string | null): string[] {
	return ids?.split(',') ?? [];
}
