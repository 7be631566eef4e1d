import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { NO_FACTS, type Target } from './target.ts';

interface UseRow {
	evidenceId: string;
	itemId: string;
	purpose: string;
	published: number;
	organisationId: string | null;
}

interface EvidenceRow {
	id: string;
	slug: string;
	level: 'PU' | 'SEN';
	organisationId: string;
}

function by<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
	return groups;
}

/** Files of every project with the items and meetings they prove something about, and whether they are part of what is public. */
export async function listFileTargets(db: Db, records: readonly Target[]): Promise<Target[]> {
	const { rows: files } = await sql<EvidenceRow>`
		select evidence.id, project.slug, evidence.level, evidence.organisation_id
		from evidence join project on project.id = evidence.project_id
		where sha256 is not null order by project.slug, evidence.id`.execute(db);
	const { rows: uses } = await sql<UseRow>`
		select evidence_id, evidence_use.item_id, evidence_use.organisation_id, purpose,
			case when purpose = 'means' then 1
				when frozen_at is not null and number = (
					select max(later.number) from item_version as later
					where later.item_id = evidence_use.item_id and later.frozen_at is not null) then 1
				else 0 end as published
		from evidence_use left join item_version on item_version.id = evidence_use.version_id
		where removed_at is null
		union all
		select evidence_id, meeting_id, organisation_id, purpose, 0 from meeting_evidence
		where removed_at is null
		union all
		select evidence_id, record_id, organisation_id, 'record', 1 from record_evidence
		where removed_at is null`.execute(db);
	const { rows: access } = await sql<{ itemId: string; organisationId: string }>`
		select item_id, organisation_id from item_access`.execute(db);
	const usesOf = by(uses, (row) => row.evidenceId);
	const accessOf = by(access, (row) => row.itemId);
	const record = new Map(records.map((one) => [one.id, one]));

	return files.map(({ id, slug, level, organisationId }) => ({
		...NO_FACTS,
		kind: 'file',
		slug,
		id,
		code: id,
		version: 1,
		leadOrganisationId: organisationId,
		organisationIds: [organisationId],
		related: {},
		file: {
			level,
			uses: (usesOf.get(id) ?? []).flatMap(({ itemId, published, organisationId: linker }) => {
				const about = record.get(itemId);
				if (about === undefined) return [];
				const listed = (accessOf.get(itemId) ?? []).map((row) => row.organisationId);
				const isPublic = about.isPublic && published === 1 && level === 'PU';
				return [{ about: { ...about, isPublic }, listed, linkers: linker === null ? [] : [linker] }];
			})
		}
	}));
}
