import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { dayIn, daysBetween, type Day } from '#lib/domain/days.ts';
import { isHeldBy } from '#lib/domain/holder.ts';
import { lateness } from '#lib/domain/lateness.ts';
import { actionSubject, countingState } from '#lib/domain/meetings/action-facts.ts';
import { actionHolder } from '#lib/domain/meetings/action-holder.ts';
import { isOpenAction } from '#lib/domain/meetings/action-filter.ts';
import type { ListedAction } from '#lib/domain/meetings/listed-action.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { factsOf, heldAction, selectActions, type ActionRow } from './find-action-facts.ts';

export interface ActionContext {
	plan: QualityPlan;
	today: Day;
	timeZone: string;
}

/** The actions of the project that this actor may read, by their number. One query, however many there are. */
export async function listActions(db: Db, actor: Actor, context: ActionContext): Promise<ListedAction[]> {
	const rows = await selectActions(db, actor.projectId).orderBy('item.position').execute();
	return rows
		.filter((row) => can(actor, 'action:read', actionSubject(factsOf(row))).ok)
		.map((row) => listedAction(row, actor, context));
}

export function listedAction(
	row: ActionRow,
	actor: Actor,
	{ plan, today, timeZone }: ActionContext
): ListedAction {
	const facts = factsOf(row);
	const state = countingState(facts, today, plan);
	const holder = actionHolder(heldAction(row, state));
	const names = new Map([
		[row.ownerId, row.ownerName],
		[row.chairId, row.chairName],
		[row.blockedByPersonId, row.blockerName]
	]);
	const acronyms = new Map([
		[row.leadOrganisationId, row.leadAcronym],
		[row.blockingOrganisationId, row.blockingAcronym]
	]);
	const on = (at: string) => dayIn(timeZone, new Date(at));
	const dated = {
		kind: 'action' as const,
		state,
		contractualOn: null,
		agreedOn: row.agreedOn,
		forecastOn: row.forecastOn,
		achievedOn: row.doneAt === null ? null : on(row.doneAt)
	};
	return {
		id: row.id,
		code: row.code,
		position: row.position,
		title: row.title,
		search: row.search,
		state,
		isAcceptedBySilence: state !== facts.state,
		dueOn: row.agreedOn,
		forecastOn: row.forecastOn,
		dates: lateness(dated, today, plan.atRiskDays),
		ownerId: row.ownerId,
		ownerName: row.ownerName,
		organisationId: row.leadOrganisationId,
		organisation: row.leadAcronym,
		country: row.leadCountry,
		moves: Number(row.agreedMoves ?? 0),
		holder,
		holderPeople: (holder?.personIds ?? []).map((id) => names.get(id) ?? ''),
		holderOrganisation: acronyms.get(holder?.organisationId ?? null) ?? null,
		holderDays: holder ? Math.max(0, daysBetween(holder.since.slice(0, 10), today)) : 0,
		mine: holder !== null && isHeldBy(holder, actor, actionSubject(facts)),
		meeting:
			row.meetingSlug === null || row.meetingTitle === null
				? null
				: { slug: row.meetingSlug, title: row.meetingTitle },
		decision: row.decisionCode,
		createdOn: on(row.createdAt),
		endedOn: isOpenAction({ state }) ? null : on(row.stateSinceAt),
		origin: row.origin
	};
}
