import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findActionFacts } from './find-action-facts.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { listedAction } from './list-actions.ts';
import { listDateProposals } from './list-date-proposals.ts';

/** One action with all that its page shows; undefined: none, or none for this actor. Six queries. */
export async function findActionPage(
	db: Db,
	actor: Actor,
	code: string,
	when: { today: string; timeZone: string }
) {
	const { plan } = await findQualityPlan(db, actor.projectId);
	const found = await findActionFacts(db, actor.projectId, { code }, { plan, today: when.today });
	if (!found || !can(actor, 'action:read', found.subject).ok) return undefined;
	const { id } = found.item;
	return {
		found,
		plan,
		listed: listedAction(found.row, actor, { plan, ...when }),
		about: await findAbout(db, id),
		steps: await listSteps(db, id),
		proposals: await listDateProposals(db, id),
		evidence: await listProof(db, id)
	};
}

/** What only the page shows: its words, where it came from, what was said along the way. */
function findAbout(db: Db, itemId: string) {
	return db
		.selectFrom('action')
		.innerJoin('item', 'item.id', 'action.itemId')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.leftJoin('agendaItem', 'agendaItem.id', 'action.agendaItemId')
		.leftJoin('decision', 'decision.id', 'action.decisionId')
		.leftJoin('item as origin', 'origin.id', 'action.originItemId')
		.leftJoin('risk', 'risk.id', 'action.riskId')
		.leftJoin('person as proposed', 'proposed.id', 'action.proposedOwnerId')
		.leftJoin('person as verifier', 'verifier.id', 'action.verifiedBy')
		.leftJoin('item as successor', 'successor.id', 'action.supersededByItemId')
		.select([
			'item.description',
			'workPackage.number as workPackage',
			'action.agendaItemId',
			'agendaItem.title as agendaTitle',
			'decision.title as decisionTitle',
			'origin.kind as originItemKind',
			'origin.code as originItemCode',
			'origin.title as originItemTitle',
			'risk.number as riskNumber',
			'risk.description as riskText',
			'action.declinedReason',
			'action.proposedOwnerId',
			'proposed.name as proposedOwner',
			'action.blockedReason',
			'action.doneText',
			'verifier.name as verifier',
			'action.verifiedAt',
			'action.endedReason',
			'successor.code as successor'
		])
		.where('action.itemId', '=', itemId)
		.executeTakeFirstOrThrow();
}

function listSteps(db: Db, itemId: string) {
	return db
		.selectFrom('actionStep')
		.leftJoin('person', 'person.id', 'actionStep.takenBy')
		.leftJoin('organisation', 'organisation.id', 'actionStep.organisationId')
		.select(['actionStep.number', 'actionStep.state', 'actionStep.note', 'actionStep.enteredAt'])
		.select(['person.name', 'organisation.acronym'])
		.where('actionStep.itemId', '=', itemId)
		.orderBy('actionStep.number', 'desc')
		.execute();
}

function listProof(db: Db, itemId: string) {
	return db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.innerJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.select(['evidence.id', 'evidence.name', 'evidence.kind', 'evidence.url', 'evidence.withdrawnAt'])
		.select(['evidenceUse.usedAt', 'organisation.acronym'])
		.where('evidenceUse.itemId', '=', itemId)
		.where('evidenceUse.removedAt', 'is', null)
		.orderBy('evidenceUse.usedAt')
		.orderBy('evidenceUse.id')
		.execute();
}
