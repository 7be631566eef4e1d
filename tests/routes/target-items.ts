import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { recordsOf } from './target-records.ts';
import type { Target } from './target.ts';

interface ItemRow {
	id: string;
	kind: 'deliverable' | 'milestone' | 'entry';
	slug: string;
	projectId: string;
	code: string;
	version: number;
	state: string;
	workPackageId: string;
	leadOrganisationId: string | null;
	leadCountry: string | null;
	level: string | null;
	publicSince: string | null;
}

/** Tables whose rows hang on an item, and whose ids forms of its page carry. */
const RELATED = [
	'item_version',
	'review_round',
	'review_assignment',
	'means_of_verification',
	'evidence_use',
	'portal_event',
	'declared_conflict'
];

const VERSION_FILES = sql<{ itemId: string; id: string }>`
	select item_id, max(evidence_id) as id from evidence_use
	where purpose = 'version' and removed_at is null group by item_id`;
const PROOFS = sql<{ itemId: string; id: string }>`
	select item_id, max(id) as id from evidence_use
	where purpose = 'support' and requirement is not null and removed_at is null group by item_id`;
/** What was said in a review, and what the evaluation said outside. */
const COMMENTS = sql<{ itemId: string; id: string }>`
	select item_id, max(id) as id from review_comment where round_id is not null group by item_id`;
const OPINIONS = sql<{ itemId: string; id: string }>`
	select item_id, max(id) as id from review_comment where round_id is null group by item_id`;
const PACKAGES = sql<{ itemId: string; id: string }>`
	select item_id, max(id) as id from portal_event where kind = 'package-built' group by item_id`;

async function newestOf(db: Db, table: string): Promise<Map<string, string>> {
	const { rows } = await sql<{ itemId: string; id: string }>`
		select item_id, max(id) as id from ${sql.table(table)} where item_id is not null group by item_id`.execute(
		db
	);
	return new Map(rows.map((row) => [row.itemId, row.id]));
}

function grouped(rows: readonly { key: string; value: string }[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const { key, value } of rows) groups.set(key, [...(groups.get(key) ?? []), value]);
	return groups;
}

function isPublic({ kind, state, level, publicSince }: ItemRow): boolean {
	if (kind === 'entry') return publicSince !== null;
	return kind === 'deliverable' ? level === 'PU' && state === 'accepted' : state === 'declared';
}

/** Deliverables, milestones and entries of every project, as they are now. */
export async function listItemTargets(db: Db): Promise<Target[]> {
	const { rows: items } = await sql<ItemRow>`
		select item.id, item.kind, item.project_id, project.slug, item.code, item.version, item.state, item.work_package_id,
			item.lead_organisation_id, lead.country as lead_country, deliverable.dissemination_level as level,
			entry.public_since
		from item
		join project on project.id = item.project_id
		left join organisation as lead on lead.id = item.lead_organisation_id
		left join deliverable on deliverable.item_id = item.id
		left join entry on entry.item_id = item.id
		where item.kind <> 'action'
		order by project.slug, item.kind, item.position`.execute(db);
	const pairs = async (query: ReturnType<typeof sql<{ key: string; value: string }>>) =>
		grouped((await query.execute(db)).rows);
	const contributors = await pairs(
		sql`select distinct item_id as key, organisation_id as value from contribution
			union select item_id, organisation_id from entry_body where removed_at is null`
	);
	const packages = await pairs(sql`select item_id as key, work_package_id as value from item_work_package`);
	const assigned = await pairs(
		sql`select item_id as key, person_id as value from review_assignment where ended_at is null`
	);
	const related: (readonly [string, ReadonlyMap<string, string>])[] = await Promise.all(
		RELATED.map(async (table) => [table, await newestOf(db, table)] as const)
	);

	for (const [name, query] of [
		['version_file', VERSION_FILES],
		['proof', PROOFS],
		['review_comment', COMMENTS],
		['opinion', OPINIONS],
		['package', PACKAGES]
	] as const)
		related.push([name, new Map((await query.execute(db)).rows.map((row) => [row.itemId, row.id]))]);
	const records = await recordsOf(db);

	return items.map((item) => ({
		kind: item.kind,
		slug: item.slug,
		id: item.id,
		itemId: item.id,
		code: item.code,
		version: item.version,
		leadOrganisationId: item.leadOrganisationId,
		organisationIds: [item.leadOrganisationId, ...(contributors.get(item.id) ?? [])].filter(
			(id) => id !== null
		),
		countries: item.leadCountry === null ? [] : [item.leadCountry],
		workPackageIds: [item.workPackageId, ...(packages.get(item.id) ?? [])],
		assignedPersonIds: assigned.get(item.id) ?? [],
		isPublic: isPublic(item),
		related: {
			...records.get(item.projectId),
			...Object.fromEntries(
				related.flatMap(([table, newest]) => {
					const id = newest.get(item.id);
					return id === undefined ? [] : [[table, id]];
				})
			)
		}
	}));
}
