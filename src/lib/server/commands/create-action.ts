import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import { createBlocks } from '#lib/domain/meetings/action-rules.ts';
import { actionCode } from '#lib/domain/meetings/actions.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { CreateAction } from '#lib/schemas/meetings/actions.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findActionOrigin, type FoundOrigin } from '#lib/server/queries/find-action-origin.ts';
import { findActionOwner } from '#lib/server/queries/find-action-owner.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { insertActionStep } from './insert-action-step.ts';
import { insertContribution } from './insert-contribution.ts';
import { insertOutcome } from './insert-outcome.ts';
import { lockMeeting } from './lock-meeting.ts';
import { lockProject } from './lock-project.ts';
import { mailedItem, queueMail } from './queue-mail.ts';

/** Gives somebody something to do, with a day and the record it came from. The owner is asked to accept it. */
export function createAction(
	db: Db,
	actor: Actor,
	input: CreateAction,
	now: Date
): Promise<{ id: string; code: string }> {
	return db.transaction().execute((db) => createActionWithin(db, actor, input, now));
}

/** The same inside a transaction of the caller; what comes from a point of an agenda also stands under it. */
export async function createActionWithin(
	db: Db,
	actor: Actor,
	input: CreateAction,
	now: Date
): Promise<{ id: string; code: string }> {
	const { projectId } = actor;
	if (input.meetingId !== null) await lockMeeting(db, projectId, input.meetingId);
	await lockProject(db, projectId);
	const today = await findToday(db, projectId, now);
	const owner = await findActionOwner(db, projectId, input.ownerId, today);
	const origin = await findActionOrigin(db, projectId, input);
	const workPackageId = await findPackage(db, projectId, input.workPackageId, origin);
	assertCan(actor, 'action:create', {
		organisationIds: [owner.organisationId],
		countries: [owner.country, ...(origin.country === null ? [] : [origin.country])],
		workPackageIds: [workPackageId, ...origin.workPackageIds],
		assignedPersonIds: [origin.chairId, origin.secretaryId].filter((id) => id !== null)
	});
	assertNone(createBlocks(input, owner, origin.on ?? today));

	const { plan } = await findQualityPlan(db, projectId);
	const id = newId();
	const position = await nextNumber(db, projectId);
	const code = actionCode(position);
	const { title, description, dueOn } = input;
	const at = now.toISOString();
	await db
		.insertInto('item')
		.values({
			id,
			projectId,
			kind: 'action',
			code,
			position,
			title,
			description,
			workPackageId,
			leadOrganisationId: owner.organisationId,
			state: 'open',
			stateSinceAt: at,
			dueMonth: null,
			contractualOn: null,
			agreedOn: dueOn,
			forecastOn: null,
			contributorsConfirmedAt: null,
			origin: 'entered',
			search: searchText(code, title, description, owner.name, owner.acronym),
			createdAt: at
		})
		.execute();
	const { kind: originKind, meetingId, agendaItemId, decisionId, originItemId, riskId } = origin;
	const from = { originKind, meetingId, agendaItemId, decisionId, originItemId, riskId };
	await db
		.insertInto('action')
		.values({ itemId: id, ownerId: owner.personId, ...from, ...NOTHING_YET })
		.execute();
	await insertActionStep(db, actor, { itemId: id, state: 'open', note: '' }, now);
	const lead = {
		organisationId: owner.organisationId,
		personId: null,
		kind: 'lead',
		note: 'owns it'
	} as const;
	await insertContribution(db, actor, { itemId: id, ...lead }, now);
	if (meetingId !== null && agendaItemId !== null)
		await insertOutcome(db, actor, { meetingId, agendaItemId, kind: 'action', itemId: id }, now);
	await queueMail(
		db,
		{
			projectId,
			kind: 'action-created',
			to: [owner.personId].filter((one) => one !== actor.personId),
			subject: `${code}: ${title}`,
			body: `${actor.name} (${actor.organisationAcronym}) gives you this to do by ${dueOn}. Accept or decline it; after ${plan.actionAnswerWorkingDays} working days without an answer it counts as accepted.`,
			because: 'owner',
			about: mailedItem({ id, kind: 'action', code, title }),
			path: itemPath({ kind: 'action', code })
		},
		now
	);
	const details = { title, owner: owner.name, organisation: owner.acronym, dueOn, origin: originKind };
	await recordAudit(db, actor, 'action:create', auditedItem({ id, kind: 'action', code }), now, details);
	return { id, code };
}

const NOTHING_YET = {
	acceptedAt: null,
	declinedReason: null,
	proposedOwnerId: null,
	blockedReason: null,
	blockedAt: null,
	blockedByPersonId: null,
	blockedByItemId: null,
	blockedByOrganisationId: null,
	doneText: null,
	doneBy: null,
	doneAt: null,
	verifiedBy: null,
	verifiedAt: null,
	endedReason: null,
	supersededByItemId: null
};

/** The one asked for, else the one of its origin, else the first of the project. */
async function findPackage(
	db: Db,
	projectId: string,
	wanted: string | null,
	origin: FoundOrigin
): Promise<string> {
	const id = wanted ?? origin.workPackageIds[0];
	const found = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
		.orderBy('number')
		.executeTakeFirst();
	if (!found) throw new NotFound();
	return found.id;
}

async function nextNumber(db: Db, projectId: string): Promise<number> {
	const { last } = await db
		.selectFrom('item')
		.select((eb) => eb.fn.max('position').as('last'))
		.where('projectId', '=', projectId)
		.where('kind', '=', 'action')
		.executeTakeFirstOrThrow();
	return Number(last ?? 0) + 1;
}
