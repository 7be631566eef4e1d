import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listMobilityRecords } from './records/list-mobility-records.ts';
import { listOutreachRecords } from './records/list-outreach-records.ts';

/** A line of the log as its form shows it; for who may change it. */
export async function findOutreachEditor(db: Db, actor: Actor, code: string) {
	const line = await db
		.selectFrom('outreach')
		.select(['id', 'code', 'version', 'title', 'kind', 'state', 'startsOn', 'endsOn', 'place', 'country'])
		.select(['organisationId', 'level', 'url', 'summary', 'authors', 'venue', 'doi', 'licence'])
		.where('projectId', '=', actor.projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	const [record] = line ? await listOutreachRecords(db, actor.projectId, [line.id]) : [];
	if (!line || !record || !can(actor, 'outreach:edit', record.subject).ok) return undefined;
	const { organisationIds = [], workPackageIds = [] } = record.subject;
	return {
		line: fieldsOf(line),
		organisationIds: organisationIds.filter((id) => id !== line.organisationId),
		workPackageIds
	};
}

/** An activity of mobility and training as its form shows it. */
export async function findMobilityEditor(db: Db, actor: Actor, code: string) {
	const line = await db
		.selectFrom('mobility')
		.select(['id', 'code', 'version', 'title', 'kind', 'state', 'startsOn', 'endsOn', 'mode', 'place'])
		.select(['country', 'organisationId', 'hostOrganisationId', 'topics', 'results'])
		.where('projectId', '=', actor.projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	const [record] = line ? await listMobilityRecords(db, actor.projectId, [line.id]) : [];
	if (!line || !record || !can(actor, 'mobility:edit', record.subject).ok) return undefined;
	return { line: fieldsOf(line), workPackageIds: record.subject.workPackageIds ?? [] };
}

/** What fields of forms hold: text, and nothing where nothing is known. */
function fieldsOf<T extends { code: string; title: string }>(row: T) {
	const stored = Object.fromEntries(
		Object.entries(row).map(([key, value]: [string, unknown]) => [
			key,
			typeof value === 'string' || typeof value === 'number' ? String(value) : ''
		])
	);
	return { code: row.code, title: row.title, stored };
}
