import type { ExpressionBuilder } from 'kysely';
import type { Db, Schema } from '#db/schema.ts';
import { can, mayAlways, mayEver } from '#lib/domain/can.ts';
import { mayReadEvidence, READ_USE, type EvidenceUseFacts } from '#lib/domain/evidence-access.ts';
import { fold } from '#lib/domain/fold.ts';
import { PLAN_KINDS } from '#lib/domain/items.ts';
import { lookingFor } from '#lib/domain/latin.ts';
import { PUBLIC_MILESTONE_STATES } from '#lib/domain/milestones.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EvidenceListParameters } from '#lib/schemas/evidence.ts';
import { listEvidenceUseFacts } from './list-evidence-use-facts.ts';
import { listEvidenceUses } from './list-evidence-uses.ts';
import { listRecordUses } from './list-record-uses.ts';

const EVIDENCE_PAGE = 50;

/** One page of the evidence the actor may read, the newest first, with what each piece proves. */
export async function listEvidence(db: Db, actor: Actor, filter: EvidenceListParameters) {
	const rows = await findRows(db, actor, filter);
	const page = rows.slice(0, EVIDENCE_PAGE);
	const ids = page.map(({ id }) => id);
	const records = await listRecordUses(db, actor.projectId, ids);
	const facts = await listEvidenceUseFacts(db, actor.projectId, ids, records);
	const uses = await listEvidenceUses(db, actor.projectId, ids);
	const shown = page.filter(({ id, level, organisationId }) =>
		mayReadEvidence(actor, { level, organisationId, uses: facts.get(id) ?? [] })
	);
	const seesPeople = mayEver(actor, 'person:read');
	return {
		rows: shown.map((row) => ({
			...row,
			addedBy: seesPeople ? row.addedBy : null,
			records: records
				.filter(({ evidenceId, facts }) => evidenceId === row.id && mayReadUseOf(actor, facts))
				.map(({ id, label, path }) => ({ id, label, path })),
			uses: uses
				.filter(({ evidenceId, removedAt }) => evidenceId === row.id && removedAt === null)
				.filter(({ itemId }) => mayReadItem(actor, facts.get(row.id) ?? [], itemId))
				.map(({ id, kind, code, purpose, versionNumber, meansPosition }) => ({
					id,
					kind,
					code,
					purpose,
					versionNumber,
					meansPosition
				}))
		})),
		hasMore: rows.length > EVIDENCE_PAGE
	};
}

/** May this actor see one of the items a piece of evidence is used for? */
export function mayReadItem(actor: Actor, facts: readonly EvidenceUseFacts[], itemId: string): boolean {
	const use = facts.find(({ subject }) => subject.itemId === itemId);
	if (!use) return false;
	return mayReadUseOf(actor, use);
}

function mayReadUseOf(actor: Actor, use: EvidenceUseFacts): boolean {
	return can(actor, READ_USE[use.kind], use.subject).ok;
}

/** Items that a grant of the actor names. */
function shownTo(actor: Actor): string[] {
	return actor.grants.flatMap(({ scopeType, scopeId }) => (scopeType === 'item' && scopeId ? [scopeId] : []));
}

function usedFor(eb: ExpressionBuilder<Schema, 'evidence'>, itemIds: readonly string[]) {
	return eb
		.selectFrom('evidenceUse')
		.select('evidenceUse.id')
		.whereRef('evidenceUse.evidenceId', '=', 'evidence.id')
		.where('evidenceUse.removedAt', 'is', null)
		.where('evidenceUse.itemId', 'in', ['', ...itemIds]);
}

async function findRows(db: Db, actor: Actor, filter: EvidenceListParameters) {
	let query = db
		.selectFrom('evidence')
		.innerJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.innerJoin('person', 'person.id', 'evidence.addedBy')
		.where('evidence.projectId', '=', actor.projectId);
	// Outsiders: a first, coarse cut, so that a page is not empty of what they may see.
	if (!mayAlways(actor, 'evidence:read'))
		query = query
			.where((eb) => eb.or([eb('evidence.level', '=', 'PU'), eb.exists(usedFor(eb, shownTo(actor)))]))
			.where('evidence.withdrawnAt', 'is', null)
			.where((eb) =>
				eb.or([
					eb.exists(
						eb
							.selectFrom('evidenceUse')
							.innerJoin('item', 'item.id', 'evidenceUse.itemId')
							.select('evidenceUse.id')
							.whereRef('evidenceUse.evidenceId', '=', 'evidence.id')
							.where('evidenceUse.removedAt', 'is', null)
							.where('item.kind', 'in', PLAN_KINDS)
							.where('item.state', 'in', ['accepted', ...PUBLIC_MILESTONE_STATES])
					),
					eb.exists(
						eb
							.selectFrom('recordEvidence')
							.select('recordEvidence.id')
							.whereRef('recordEvidence.evidenceId', '=', 'evidence.id')
							.where('recordEvidence.removedAt', 'is', null)
					)
				])
			);
	if (filter.holder !== '') query = query.where('organisation.code', '=', filter.holder);
	if (filter.standing === 'withdrawn') query = query.where('evidence.withdrawnAt', 'is not', null);
	if (filter.standing === 'stands') query = query.where('evidence.withdrawnAt', 'is', null);
	if (filter.standing === 'unused')
		query = query
			.where((eb) =>
				eb.not(
					eb.exists(
						eb
							.selectFrom('evidenceUse')
							.select('evidenceUse.id')
							.whereRef('evidenceUse.evidenceId', '=', 'evidence.id')
							.where('evidenceUse.removedAt', 'is', null)
					)
				)
			)
			.where((eb) =>
				eb.not(
					eb.exists(
						eb
							.selectFrom('meetingEvidence')
							.select('meetingEvidence.id')
							.whereRef('meetingEvidence.evidenceId', '=', 'evidence.id')
							.where('meetingEvidence.removedAt', 'is', null)
					)
				)
			)
			.where((eb) =>
				eb.not(
					eb.exists(
						eb
							.selectFrom('recordEvidence')
							.select('recordEvidence.id')
							.whereRef('recordEvidence.evidenceId', '=', 'evidence.id')
							.where('recordEvidence.removedAt', 'is', null)
					)
				)
			);
	const inOrder = query.orderBy('evidence.addedAt', 'desc').orderBy('evidence.id', 'desc');
	const offset = (filter.page - 1) * EVIDENCE_PAGE;
	let page = inOrder.limit(EVIDENCE_PAGE + 1).offset(offset);
	if (filter.search.trim() !== '') {
		const isSought = lookingFor(filter.search);
		const names = await inOrder.select(['evidence.id', 'evidence.name']).execute();
		const sought = names.filter(({ name }) => isSought(fold(name))).slice(offset, offset + EVIDENCE_PAGE + 1);
		page = inOrder.where('evidence.id', 'in', ['', ...sought.map(({ id }) => id)]);
	}
	return page
		.select([
			'evidence.id',
			'evidence.kind',
			'evidence.name',
			'evidence.level',
			'evidence.organisationId',
			'evidence.addedAt',
			'evidence.withdrawnAt',
			'organisation.acronym as holder',
			'person.name as addedBy'
		])
		.execute();
}
