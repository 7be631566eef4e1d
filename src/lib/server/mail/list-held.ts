import type { Db } from '#db/schema.ts';
import { nextStep, type StepActor } from '#lib/domain/catalogue/algorithm.ts';
import type { Day } from '#lib/domain/days.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import type { OpenItem } from '#lib/domain/mail/occasions.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findHolder } from '#lib/server/queries/find-holder.ts';
import { listHeldMinutes } from '#lib/server/queries/find-minutes-holder.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listOpenActions, listOpenPlan } from './list-open-items.ts';
import { listOpenDuties, listOpenMeasures, listWatchedRisks } from './list-own-duties.ts';

/** What can lie with one person, each by a key of its own, with whom it lies now. */
export async function listHeld(
	db: Db,
	projectId: string,
	personId: string,
	{ today, timeZone }: { today: Day; timeZone: string }
): Promise<Map<string, OpenItem>> {
	const { plan } = await findQualityPlan(db, projectId);
	const items = [
		...(await listOpenPlan(db, projectId)),
		...(await listOpenActions(db, projectId, { plan, today, timeZone })),
		...(await listSignableEntries(db, projectId, personId, today)),
		...(await listOpenMeasures(db, projectId)),
		...(await listWatchedRisks(db, projectId)),
		...(await listMinutes(db, projectId, today))
	];
	const duties = await listOpenDuties(db, projectId, personId);
	return new Map([
		...items.map((item) => [item.id, item] as const),
		...duties.map((duty) => [`${duty.id} ${duty.dueOn}`, duty] as const)
	]);
}

async function listMinutes(db: Db, projectId: string, today: Day): Promise<OpenItem[]> {
	return (await listHeldMinutes(db, projectId, today)).map(({ slug, ...meeting }) => {
		const path = `meetings/${slug}/minutes`;
		return { ...meeting, kind: 'meeting', code: 'Minutes', path, dueOn: null };
	});
}

/** Entries that wait for reviewers or officers, where this person is one of them. */
async function listSignableEntries(
	db: Db,
	projectId: string,
	personId: string,
	today: Day
): Promise<OpenItem[]> {
	const { algorithm } = await findAlgorithm(db, projectId);
	const statesBefore = (actor: StepActor) => [
		'',
		...algorithm.steps
			.map(({ state }) => state)
			.filter((state) => nextStep(algorithm, state)?.actor === actor)
	];
	const rows = await db
		.selectFrom('item')
		.select(['item.id', 'item.kind', 'item.code', 'item.title'])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where((eb) => {
			const asked = eb
				.selectFrom('reviewAssignment as asked')
				.select('asked.id')
				.whereRef('asked.itemId', '=', 'item.id')
				.where('asked.personId', '=', personId)
				.where('asked.endedAt', 'is', null);
			const office = eb
				.selectFrom('awardingOfficer as office')
				.select('office.id')
				.whereRef('office.projectId', '=', 'item.projectId')
				.where('office.personId', '=', personId);
			const lapsed = eb
				.selectFrom('institutionApproval as given')
				.select('given.id')
				.whereRef('given.itemId', '=', 'item.id')
				.where('given.validUntilOn', '<', today);
			return eb.or([
				eb.and([eb('item.state', 'in', statesBefore('reviewer')), eb.exists(asked)]),
				eb.and([
					eb.or([eb('item.state', 'in', statesBefore('officer')), eb.exists(lapsed)]),
					eb.exists(office)
				])
			]);
		})
		.orderBy('item.code')
		.execute();
	const held: OpenItem[] = [];
	for (const row of rows) {
		const holder = await findHolder(db, projectId, row, today);
		if (holder !== null) held.push({ ...row, path: itemPath(row), dueOn: null, holder });
	}
	return held;
}
