import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertBaseline } from '#lib/server/commands/insert-baseline.ts';
import { moveAgreedDate } from '#lib/server/commands/move-agreed-date.ts';
import { moveForecast } from '#lib/server/commands/move-forecast.ts';
import { signAmendment } from '#lib/server/commands/sign-amendment.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

type Edit = { kind: 'amend' | 'withdraw' | 'forecast' | 'agree'; toOn: string; title: string };

const edits = fc.array(
	fc.record({
		kind: fc.constantFrom<Edit['kind']>('amend', 'withdraw', 'forecast', 'agree'),
		toOn: fc.constantFrom('2026-06-20', '2026-07-31', '2026-09-30'),
		title: fc.constantFrom('One', 'Two', 'Three')
	}),
	{ maxLength: 8 }
);

async function run(db: Db, actor: Actor, edit: Edit): Promise<void> {
	const {
		id,
		version,
		leadOrganisationId: lead
	} = await db.selectFrom('item').select(['id', 'version', 'leadOrganisationId']).executeTakeFirstOrThrow();
	const { toOn, title } = edit;
	if (edit.kind === 'forecast') {
		await moveForecast(db, actor, { itemId: id, version, toOn, reasonCode: 'staff', reasonText: '' }, NOW);
	} else if (edit.kind === 'agree') {
		await moveAgreedDate(db, actor, { itemId: id, version, toOn, reference: 'SC 4', reasonText: '' }, NOW);
	} else {
		const leaves = edit.kind === 'withdraw' ? ('withdrawn' as const) : ('stays' as const);
		const months = { dueMonth: null, startMonth: null, endMonth: null };
		const records = [{ id, version, title, lead, dueOn: toOn, ...months, leaves, into: null }];
		const signed = { reference: 'AMD', signedOn: '2026-06-10', note: '', additions: [] };
		await signAmendment(db, actor, { ...signed, records }, NOW);
	}
}

test('whatever is amended, moved or withdrawn, earlier baselines and the ledger only ever grow', () =>
	withDatabase(async (db) => {
		await fc.assert(
			fc.asyncProperty(edits, async (edits) => {
				const { id: projectId } = await aProject(db);
				const actor = await anActor(db, { projectId, role: 'coordinator' });
				await db.deleteFrom('item').execute();
				await aDeliverable(db, { projectId, contractualOn: '2026-06-30', agreedOn: '2026-06-30' });
				const annex1 = { projectId, number: 0, reference: 'Annex 1', note: '', signedOn: '2023-12-01' };
				await insertBaseline(db, { ...annex1, createdBy: null, origin: 'entered' }, NOW);
				let seen = await keptRows(db, projectId);
				let moves = await ledger(db, projectId);
				for (const edit of edits) {
					await run(db, actor, edit).catch(onlyRefusal);
					const now = await keptRows(db, projectId);
					expect(now.slice(0, seen.length)).toEqual(seen);
					seen = now;
					const grown = await ledger(db, projectId);
					expect(grown).toEqual(expect.arrayContaining(moves));
					moves = grown;
				}
			}),
			{ numRuns: 30 }
		);
	}));

function onlyRefusal(problem: unknown): void {
	if (!(problem instanceof Refusal)) throw problem;
}

/** Baselines with their entries, in the order in which they were kept. */
async function keptRows(db: Db, projectId: string) {
	return db
		.selectFrom('baseline')
		.innerJoin('baselineEntry', 'baselineEntry.baselineId', 'baseline.id')
		.selectAll()
		.where('baseline.projectId', '=', projectId)
		.orderBy('baseline.number')
		.orderBy('baselineEntry.code')
		.execute();
}

async function ledger(db: Db, projectId: string) {
	return db.selectFrom('dateMove').selectAll().where('projectId', '=', projectId).orderBy('id').execute();
}
