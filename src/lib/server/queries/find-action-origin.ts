import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { ActionOrigin } from '#lib/domain/meetings/actions.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { CreateAction } from '#lib/schemas/meetings/actions.ts';
import { findDecisionFacts } from './find-decision-facts.ts';
import { findOriginMeeting } from './find-origin-meeting.ts';

export interface FoundOrigin {
	kind: ActionOrigin;
	meetingId: string | null;
	agendaItemId: string | null;
	decisionId: string | null;
	originItemId: string | null;
	riskId: string | null;
	chairId: string | null;
	secretaryId: string | null;
	country: string | null;
	workPackageIds: readonly string[];
	/** The day it came from; an action cannot be due before. */
	on: Day | null;
}

type Given = Pick<CreateAction, 'meetingId' | 'agendaItemId' | 'decisionId' | 'originItemId' | 'riskId'>;

/** Where an action comes from, as one record with the meeting behind it. */
export async function findActionOrigin(db: Db, projectId: string, given: Given): Promise<FoundOrigin> {
	const { originItemId, riskId } = given;
	const decision = given.decisionId === null ? null : await findDecision(db, projectId, given.decisionId);
	const meeting = await findOriginMeeting(db, projectId, {
		meetingId: given.meetingId ?? decision?.meetingId ?? null,
		agendaItemId: given.agendaItemId ?? decision?.agendaItemId ?? null
	});
	const kind = kindOf(given);
	if (kind === null) throw new Refusal([{ code: 'action-origin-missing' }]);
	const further =
		originItemId !== null
			? await packagesOfItem(db, projectId, originItemId)
			: riskId !== null
				? await packagesOfRisk(db, projectId, riskId)
				: [];
	return {
		kind,
		meetingId: meeting?.meeting.id ?? null,
		agendaItemId: meeting?.agendaItemId ?? null,
		decisionId: decision?.id ?? null,
		originItemId,
		riskId,
		chairId: meeting?.meeting.chairId ?? null,
		secretaryId: meeting?.meeting.secretaryId ?? null,
		country: meeting?.meeting.country ?? null,
		workPackageIds: [...(meeting?.facts.workPackageIds ?? []), ...further],
		on: decision?.decidedOn ?? meeting?.lastDay ?? null
	};
}

function kindOf(given: Given): ActionOrigin | null {
	if (given.decisionId !== null) return 'decision';
	if (given.agendaItemId !== null) return 'agenda';
	if (given.meetingId !== null) return 'meeting';
	if (given.originItemId !== null) return 'review';
	return given.riskId === null ? null : 'risk';
}

async function findDecision(db: Db, projectId: string, id: string) {
	const decision = await findDecisionFacts(db, projectId, { id });
	if (!decision) throw new NotFound();
	return decision;
}

async function packagesOfItem(db: Db, projectId: string, id: string): Promise<string[]> {
	const item = await db
		.selectFrom('item')
		.select('workPackageId')
		.where('id', '=', id)
		.where('projectId', '=', projectId)
		.executeTakeFirst();
	if (!item) throw new NotFound();
	return [item.workPackageId];
}

async function packagesOfRisk(db: Db, projectId: string, id: string): Promise<string[]> {
	const rows = await db
		.selectFrom('risk')
		.leftJoin('riskWorkPackage', 'riskWorkPackage.riskId', 'risk.id')
		.select('riskWorkPackage.workPackageId')
		.where('risk.id', '=', id)
		.where('risk.projectId', '=', projectId)
		.orderBy('riskWorkPackage.workPackageId')
		.execute();
	if (rows.length === 0) throw new NotFound();
	return rows.flatMap(({ workPackageId }) => (workPackageId === null ? [] : [workPackageId]));
}
