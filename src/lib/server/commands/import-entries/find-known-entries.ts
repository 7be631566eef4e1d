import type { Db } from '#db/schema.ts';
import { fold } from '#lib/domain/fold.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import type { ReadRow } from './read-row.ts';

/** What a row can be about. */
export interface KnownEntries {
	byCode: ReadonlyMap<string, { id: string; title: string; version: number; ownerId: string | null }>;
	/** By code and by acronym, folded. */
	owners: ReadonlyMap<string, { id: string; code: string; acronym: string }>;
	/** Owner and folded title of the entries of all who get new ones, with their codes; the rows add theirs. */
	titles: Map<string, string>;
	/** Lines on which a code stands, for codes that come several times. */
	repeated: ReadonlyMap<string, readonly number[]>;
	/** Versions that the confirmed dry run saw. */
	seen: ReadonlyMap<string, number> | undefined;
}

export async function findKnownEntries(
	db: Db,
	projectId: string,
	rows: readonly ReadRow[],
	seen: ReadonlyMap<string, number> | undefined
): Promise<KnownEntries> {
	const entries = await db
		.selectFrom('item')
		.select(['id', 'code', 'title', 'version', 'leadOrganisationId as ownerId'])
		.where('projectId', '=', projectId)
		.where('kind', '=', 'entry')
		.orderBy('code')
		.execute();
	const organisations = await listOrganisations(db, projectId);
	const lines = Map.groupBy(rows, ({ code }) => code);
	const owners = new Map(
		organisations.flatMap(({ id, code, acronym }) =>
			[code, acronym].map((name) => [fold(name), { id, code, acronym }] as const)
		)
	);
	const added = new Set((lines.get('') ?? []).map(({ owner }) => owners.get(fold(owner))?.id));
	return {
		byCode: new Map(entries.map(({ code, ...entry }) => [code, entry])),
		owners,
		titles: new Map(
			entries
				.filter(({ ownerId }) => ownerId !== null && added.has(ownerId))
				.map(({ code, ownerId, title }) => [titleKey(ownerId, title), code])
		),
		repeated: new Map(
			[...lines].flatMap(([code, all]) =>
				code === '' || all.length === 1 ? [] : [[code, all.map(({ number }) => number)] as const]
			)
		),
		seen
	};
}

export function titleKey(ownerId: string | null, title: string): string {
	return `${ownerId ?? ''} ${fold(title).trim()}`;
}
