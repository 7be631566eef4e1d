import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import { assignDuty } from '#lib/server/commands/assign-duty.ts';
import { decideOverlap } from '#lib/server/commands/decide-overlap.ts';
import { publishCriteria } from '#lib/server/commands/publish-criteria.ts';
import { seedCriteria } from '#lib/server/commands/seed-criteria.ts';
import { setTarget } from '#lib/server/commands/set-target.ts';
import type { Act } from '#lib/server/demo/step.ts';
import type { SetTarget } from '#lib/schemas/catalogue/targets.ts';

const END_OF_2026 = '2026-12-31';
const GRACE = '2026-09-30';
const CORE = 'eu-core';

/** The proposed profiles become rows, so that gaps are kept against them from the first entry on. */
export const seedProfiles: Act = async ({ db, actor, now }) => {
	await db.transaction().execute((db) => seedCriteria(db, actor.projectId, now));
};

/** The consortium's real targets are not public: these are marked as sample data. */
export const target =
	(
		title: string,
		scopeKind: SetTarget['scope']['scopeKind'],
		scopeCode: string,
		measure: SetTarget['measure'],
		amount: number,
		countingState: string
	): Act =>
	async ({ db, actor, now }) => {
		const scope = { scopeKind, scopeCode };
		const { id } = await setTarget(
			db,
			actor,
			{ title, scope, measure, amount, dueOn: END_OF_2026, countingState },
			now
		);
		await db.updateTable('catalogueTarget').set({ origin: 'sample' }).where('id', '=', id).execute();
	};

/** The second version of the EU core asks for two elements more, from autumn on. */
export const newCriteria: Act = async ({ db, actor, now }) => {
	const core = PROPOSED_PROFILES.find(({ code }) => code === CORE);
	const added = (['supervision', 'grading'] as const).map((element) => ({
		element,
		weight: 1,
		mayBeNotApplicable: true,
		checks: [],
		why: 'Asked for by the working group of May 2026: employers want to know how it was assessed.'
	}));
	await publishCriteria(
		db,
		actor,
		{
			code: CORE,
			basedOn: 1,
			rules: [...(core?.rules ?? []), ...added],
			note: 'Supervision and grading, agreed in the working group of May 2026.',
			graceUntilOn: GRACE
		},
		now
	);
	await db
		.updateTable('criteriaVersion')
		.set({ origin: 'sample' })
		.where('projectId', '=', actor.projectId)
		.where('number', '=', 2)
		.execute();
};

/** Decides the first undecided overlap of an entry. */
export const decideFirst =
	(code: string, decision: 'merge' | 'keep', reason: string): Act =>
	async ({ db, actor, now, item }) => {
		const overlap = await db
			.selectFrom('entryOverlap')
			.select(['id', 'firstItemId', 'secondItemId'])
			.where('decision', 'is', null)
			.where('goneAt', 'is', null)
			.where((eb) => eb.or([eb('firstItemId', '=', item(code)), eb('secondItemId', '=', item(code))]))
			.orderBy('score', 'desc')
			.executeTakeFirstOrThrow();
		const into = [overlap.firstItemId, overlap.secondItemId].find((id) => id !== item(code)) ?? null;
		await decideOverlap(db, actor, { overlapId: overlap.id, seen: '', decision, reason, into }, now);
	};

/** Somebody is asked to close everything that is open in an entry. */
export const owe =
	(code: string, key: string, dueOn: string, note: string): Act =>
	({ db, actor, now, item, person }) =>
		assignDuty(db, actor, { itemId: item(code), element: '', personId: person(key), dueOn, note }, now);
