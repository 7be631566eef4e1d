import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import { PUBLIC_MILESTONE_STATES } from '#lib/domain/milestones.ts';
import type { Actor } from '#lib/domain/roles.ts';

export const EVIDENCE_PAGE = 50;

export interface EvidenceFilter {
	search: string;
	organisationId: string;
	standing: 'all' | 'stands' | 'withdrawn' | 'unused';
	page: number;
}

/** Evidence the actor may see: all of it inside the consortium, what is public and final outside. */
export function visibleEvidence(db: Db, actor: Actor) {
	const base = db
		.selectFrom('evidence')
		.innerJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.innerJoin('person', 'person.id', 'evidence.addedBy')
		.where('evidence.projectId', '=', actor.projectId);
	if (mayAlways(actor, 'evidence:read')) return base;
	return base
		.where('evidence.level', '=', 'PU')
		.where('evidence.withdrawnAt', 'is', null)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('evidenceUse')
					.innerJoin('item', 'item.id', 'evidenceUse.itemId')
					.select('evidenceUse.id')
					.whereRef('evidenceUse.evidenceId', '=', 'evidence.id')
					.where('evidenceUse.removedAt', 'is', null)
					.where('item.state', 'in', ['accepted', ...PUBLIC_MILESTONE_STATES])
			)
		);
}

/** One page of the project's evidence, the newest first, and whether there is more. */
export async function listEvidence(db: Db, actor: Actor, filter: EvidenceFilter) {
	let query = visibleEvidence(db, actor);
	if (filter.search !== '')
		query = query.where((eb) =>
			eb(eb.fn<string>('lower', ['evidence.name']), 'like', `%${likeText(filter.search.toLowerCase())}%`)
		);
	if (filter.organisationId !== '')
		query = query.where('evidence.organisationId', '=', filter.organisationId);
	if (filter.standing === 'withdrawn') query = query.where('evidence.withdrawnAt', 'is not', null);
	if (filter.standing === 'stands') query = query.where('evidence.withdrawnAt', 'is', null);
	if (filter.standing === 'unused')
		query = query.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('evidenceUse')
						.select('evidenceUse.id')
						.whereRef('evidenceUse.evidenceId', '=', 'evidence.id')
						.where('evidenceUse.removedAt', 'is', null)
				)
			)
		);
	const rows = await query
		.select([
			'evidence.id',
			'evidence.kind',
			'evidence.name',
			'evidence.size',
			'evidence.level',
			'evidence.addedAt',
			'evidence.withdrawnAt',
			'organisation.acronym as organisation',
			'person.name as addedBy'
		])
		.orderBy('evidence.addedAt', 'desc')
		.orderBy('evidence.id', 'desc')
		.limit(EVIDENCE_PAGE + 1)
		.offset((filter.page - 1) * EVIDENCE_PAGE)
		.execute();
	return { rows: rows.slice(0, EVIDENCE_PAGE), more: rows.length > EVIDENCE_PAGE };
}

/** A wildcard typed by a person is looked for as it stands. */
function likeText(text: string): string {
	return text.replaceAll(/[%_]/g, '');
}
