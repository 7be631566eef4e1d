import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import { outreachGaps } from '#lib/domain/outreach/rules.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listHeads } from './list-heads.ts';

/** The dissemination log as far as the actor may read it, the newest first; what has no day comes last. Five queries. */
export async function listOutreach(db: Db, actor: Actor) {
	let query = db
		.selectFrom('outreach')
		.leftJoin('organisation', 'organisation.id', 'outreach.organisationId')
		.select(['outreach.id', 'outreach.code', 'outreach.kind', 'outreach.state', 'outreach.title'])
		.select(['outreach.startsOn', 'outreach.endsOn', 'outreach.place', 'outreach.country', 'outreach.level'])
		.select(['outreach.url', 'outreach.doi', 'outreach.licence', 'outreach.authors', 'outreach.venue'])
		.select(['outreach.visibility', 'outreach.origin', 'outreach.search', 'outreach.summary'])
		.select(['outreach.organisationId', 'organisation.acronym', 'organisation.country as leadCountry'])
		.where('outreach.projectId', '=', actor.projectId);
	const seesAll = mayAlways(actor, 'outreach:read');
	if (!seesAll) query = query.where('outreach.level', '=', 'PU').where('outreach.state', '=', 'done');
	const lines = await query
		.orderBy('outreach.startsOn', (order) => order.desc().nullsLast())
		.orderBy('outreach.code')
		.execute();
	const ids = new Set(lines.map(({ id }) => id));
	const heads = (await listHeads(db, actor.projectId, 'outreach', seesAll)).filter(({ recordId }) =>
		ids.has(recordId)
	);
	const evidence = await countEvidence(db, actor.projectId, 'outreach');
	const links = await listLastChecks(db, actor.projectId);
	const parts = await listParts(db, actor.projectId);
	return lines.map((line) => {
		const own = heads.filter(({ recordId }) => recordId === line.id);
		const link = links.get(line.id);
		const proofs = evidence.get(line.id) ?? 0;
		const told = { isCounted: own.some(({ value }) => value.kind !== 'missing'), evidence: proofs };
		return {
			...line,
			heads: own,
			evidence: proofs,
			link: link?.url === line.url ? (link ?? null) : null,
			organisationIds: parts.organisations
				.filter(({ id }) => id === line.id)
				.map((one) => one.organisationId),
			packages: parts.packages.filter(({ id }) => id === line.id).map(({ number }) => number),
			gaps: outreachGaps({ ...line, ...told, link: link?.url === line.url ? link.result : null })
		};
	});
}

/** Standing evidence of records, by record. */
export async function countEvidence(db: Db, projectId: string, type: 'outreach' | 'mobility') {
	const rows = await db
		.selectFrom('recordEvidence')
		.innerJoin('evidence', 'evidence.id', 'recordEvidence.evidenceId')
		.select(['recordEvidence.recordId', (eb) => eb.fn.countAll<number>().as('count')])
		.where('recordEvidence.projectId', '=', projectId)
		.where('recordEvidence.recordType', '=', type)
		.where('recordEvidence.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.groupBy('recordEvidence.recordId')
		.orderBy('recordEvidence.recordId')
		.execute();
	return new Map(rows.map(({ recordId, count }) => [recordId, Number(count)]));
}

/** The last check of every line. */
async function listLastChecks(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('linkCheck')
		.select(['outreachId', 'url', 'checkedAt', 'result'])
		.where('projectId', '=', projectId)
		.where((eb) =>
			eb(
				'checkedAt',
				'=',
				eb
					.selectFrom('linkCheck as later')
					.select((later) => later.fn.max('later.checkedAt').as('at'))
					.whereRef('later.outreachId', '=', 'linkCheck.outreachId')
			)
		)
		.orderBy('id')
		.execute();
	return new Map(rows.map((row) => [row.outreachId, row]));
}

async function listParts(db: Db, projectId: string) {
	const organisations = await db
		.selectFrom('outreachOrganisation')
		.innerJoin('outreach', 'outreach.id', 'outreachOrganisation.outreachId')
		.select(['outreach.id', 'outreachOrganisation.organisationId'])
		.where('outreach.projectId', '=', projectId)
		.orderBy('outreach.id')
		.orderBy('outreachOrganisation.organisationId')
		.execute();
	const packages = await db
		.selectFrom('outreachWorkPackage')
		.innerJoin('outreach', 'outreach.id', 'outreachWorkPackage.outreachId')
		.innerJoin('workPackage', 'workPackage.id', 'outreachWorkPackage.workPackageId')
		.select(['outreach.id', 'workPackage.number'])
		.where('outreach.projectId', '=', projectId)
		.orderBy('outreach.id')
		.orderBy('workPackage.number')
		.execute();
	return { organisations, packages };
}
