import fc from 'fast-check';
import { expect } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { addContributor } from '#lib/server/commands/add-contributor.ts';
import { anActor } from './builders/an-actor.ts';
import { anOrganisation } from './builders/an-organisation.ts';
import { NOW } from './builders/a-project.ts';
import { aReviewableDeliverable } from './builders/a-reviewable-deliverable.ts';
import { withDatabase } from './database.ts';
import { DeliverableModel, PEOPLE, STEPS, type StepName, type Who } from './deliverable-model.ts';
import { aFile, stepsOf } from './deliverable-steps.ts';

const choices = STEPS.flatMap((step) => PEOPLE.map((who) => ({ step, who })));

/** How a move is chosen: anything at all; a step that somebody may take now, by anybody; or one that is allowed. */
const move = fc.record({
	mode: fc.constantFrom('any', 'step', 'step', 'allowed', 'allowed', 'allowed'),
	step: fc.nat(),
	who: fc.nat()
});
type Move = { mode: string; step: number; who: number };
const moves = fc.array(move, { minLength: 10, maxLength: 40, size: 'max' });

/** Steps count once each however many people could take them, so that lives go far. */
function chosen(model: DeliverableModel, { mode, step, who }: Move): { step: StepName; who: Who } {
	const allowed = choices.filter((one) => model.allows(one.step, one.who) && model.isUseful(one.step));
	const names = [
		...new Set((mode === 'any' || allowed.length === 0 ? choices : allowed).map((one) => one.step))
	];
	const name = names[step % names.length] ?? 'start';
	const people =
		mode === 'allowed' ? allowed.filter((one) => one.step === name).map((one) => one.who) : PEOPLE;
	return { step: name, who: people[who % people.length] ?? 'author' };
}

/** Random lives of a deliverable on a real database, step by step against the model. */
export async function runDeliverableModel(numRuns: number): Promise<void> {
	await fc.assert(
		fc.asyncProperty(moves, (given) =>
			withDatabase(async (db) => {
				const play = await aPlay(db);
				const model = new DeliverableModel();
				const told: string[] = [];
				for (const move of given) {
					const { step, who } = chosen(model, move);
					const may = model.allows(step, who);
					told.push(`${who}: ${step}`);
					const happened = await play.take(step, who);
					expect([told, happened]).toEqual([told, may]);
					if (may) model.apply(step, who);
					expect([told, await play.state()]).toEqual([told, model.state]);
				}
				await play.check();
			})
		),
		// The steps that were taken say more than a shorter life that takes minutes to find.
		{ numRuns, endOnFailure: true }
	);
}

async function aPlay(db: Db) {
	const made = await aReviewableDeliverable(db);
	const { id: projectId } = made.project;
	const upv = await anOrganisation(db, { projectId, acronym: 'UPV', country: 'ES' });
	const reviewer = await anActor(db, { projectId, organisationId: upv.id, name: 'Bo', role: 'qa-reviewer' });
	const [grant] = made.coordinator.grants;
	const both: Actor = { ...reviewer, grants: [...reviewer.grants, ...(grant ? [grant] : [])] };
	const cast: Record<Who, Actor> = { ...made, both };
	const steps = stepsOf(db, made);
	const join = (actor: Actor, organisationId: string) =>
		addContributor(db, actor, { itemId: made.item.id, organisationId, note: '' }, NOW);
	const acts: Record<StepName, (actor: Actor) => Promise<unknown>> = {
		start: steps.start,
		upload: (actor) => steps.upload(actor),
		'upload-knowingly': (actor) => steps.upload(actor, [aFile()], true),
		confirm: steps.confirm,
		'add-kaznu': (actor) => join(actor, made.kaznu.id),
		'add-unige': (actor) => join(actor, made.unige.id),
		'assign-first': (actor) => steps.assign(actor, made.first),
		'assign-second': (actor) => steps.assign(actor, made.second),
		'assign-local': (actor) => steps.assign(actor, made.local),
		'assign-both': (actor) => steps.assign(actor, both),
		open: steps.open,
		sign: (actor) => steps.sign(actor),
		block: (actor) => steps.comment(actor, 'This is wrong', true),
		answer: async (actor) => {
			const { facts } = await steps.read();
			if (!facts.comments.some((one) => one.blocking && !one.answered)) throw new NotFound();
			await steps.answerAll(actor);
		},
		'request-changes': (actor) => steps.requestChanges(actor),
		return: (actor) => steps.return(actor),
		approve: (actor) => steps.approve(actor),
		'break-glass': steps.breakGlass,
		submit: (actor) => steps.submit(actor),
		accept: (actor) => steps.accept(actor),
		revise: steps.revise
	};
	return {
		state: async () => {
			const items = db.selectFrom('item').select('state').where('id', '=', made.item.id);
			return (await items.executeTakeFirstOrThrow()).state;
		},
		/** Whether the step happened; anything but a refusal is a failure of the test. */
		take: (step: StepName, who: Who) =>
			acts[step](cast[who]).then(
				() => true,
				(problem: unknown) => {
					if (problem instanceof Refusal || problem instanceof NotFound) return false;
					throw problem;
				}
			),
		check: () => checkSignatures(db)
	};
}

/** Whatever happened: nobody signed twice in a round, and nobody both wrote, reviewed and approved. */
async function checkSignatures(db: Db): Promise<void> {
	const signatures = await db.selectFrom('signature').selectAll().orderBy('id').execute();
	const authors = await db
		.selectFrom('contribution')
		.selectAll()
		.where('kind', '=', 'author')
		.orderBy('id')
		.execute();
	const of = (meaning: string) => signatures.filter((one) => one.meaning === meaning);
	const keys = signatures.map((one) => `${one.roundId} ${one.personId} ${one.meaning}`);
	expect(new Set(keys).size).toBe(keys.length);
	for (const approval of of('approved-for-submission')) {
		const earlier = of('reviewed').filter((one) => one.id < approval.id);
		expect(earlier.map((one) => one.personId)).not.toContain(approval.personId);
		const wrote = authors.filter((one) => one.id < approval.id);
		expect(wrote.map((one) => one.personId)).not.toContain(approval.personId);
	}
}
