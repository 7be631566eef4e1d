import fc from 'fast-check';
import { expect } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import { retireEntry } from '#lib/server/commands/end-entry.ts';
import { holdEntry, resumeEntry } from '#lib/server/commands/hold-entry.ts';
import { linkProof } from '#lib/server/commands/link-proof.ts';
import { returnEntry } from '#lib/server/commands/return-entry.ts';
import { takeStep } from '#lib/server/commands/take-step.ts';
import { NOW } from './builders/a-project.ts';
import { withDatabase } from './database.ts';
import { ACTS, EntryModel, PEOPLE, type Act, type Who } from './entry-model.ts';
import { anEntryToSign } from './entry-signing.ts';

const choices = ACTS.flatMap((act) => PEOPLE.map((who) => ({ act, who })));
const move = fc.record({ isAllowed: fc.constantFrom(true, true, true, false), pick: fc.nat() });
const moves = fc.array(move, { minLength: 15, maxLength: 45, size: 'max' });

/** Of what leads on, so that lives go far; anything at all now and then. */
function chosen(model: EntryModel, { isAllowed, pick }: { isAllowed: boolean; pick: number }) {
	const allowed = choices.filter(({ act, who }) => model.allows(act, who));
	const acts = [...new Set((isAllowed ? allowed : choices).map(({ act }) => act))];
	const some = acts.flatMap((act) => (BACK.includes(act) && pick % 5 > 0 ? [] : [act]));
	const act = some[pick % some.length] ?? 'hold';
	const people = (isAllowed ? allowed : choices).filter((one) => one.act === act).map(({ who }) => who);
	return { act, who: people[(pick >> 4) % people.length] ?? 'coordinator' };
}
const BACK: readonly Act[] = ['credits', 'return', 'hold', 'retire'];

/** Random lives of an entry on a real database, act by act against the model. */
export async function runEntryModel(numRuns: number): Promise<void> {
	await fc.assert(
		fc.asyncProperty(moves, (given) =>
			withDatabase(async (db) => {
				const play = await aPlay(db);
				const model = new EntryModel();
				const told: string[] = [];
				for (const move of given) {
					const { act, who } = chosen(model, move);
					const may = model.allows(act, who);
					told.push(`${who}: ${act}`);
					const before = await play.look();
					const happened = await play.take(act, who);
					expect([told, happened]).toEqual([told, may]);
					if (may) model.apply(act, who);
					const { state, isPublic, ...after } = await play.look();
					expect([told, state, isPublic]).toEqual([told, model.state, model.isPublic]);
					if (!may) expect([told, { state, isPublic, ...after }]).toEqual([told, before]);
				}
				await play.check();
			})
		),
		{ numRuns, endOnFailure: true }
	);
}

async function aPlay(db: Db) {
	const made = await anEntryToSign(db, 'idea');
	const itemId = made.entry.id;
	await made.name(made.rector);
	await made.assign(made.reviewer);
	const reason = 'So decided';
	let credits = 3;
	const record = {
		'published-on': '2026-06-15',
		embedding: 'In a study programme',
		'recognised-by': 'NEO',
		'recognised-on': '2026-06-10',
		reference: '7'
	};
	const prove = (actor: Actor, requirement: string) =>
		linkProof(
			db,
			actor,
			{ itemId, requirement },
			async (db) => [
				await insertLinkEvidence(db, actor, { url: 'https://example.org', name: 'x', level: 'PU' }, NOW)
			],
			NOW
		);
	const act = (name: Act, actor: Actor): Promise<unknown> => {
		switch (name) {
			case 'prove-need':
			case 'prove-feedback':
			case 'prove-evaluation':
				return prove(actor, name.slice('prove-'.length));
			case 'open':
				return made.open(actor);
			case 'sign':
				return made.sign(actor);
			case 'approve':
				return made.approve(actor);
			case 'credits':
				credits = credits === 3 ? 4 : 3;
				return made.credits(credits, NOW, actor);
			case 'return':
				return returnEntry(db, actor, { itemId, reason }, NOW);
			case 'hold':
				return holdEntry(db, actor, { itemId, reason, untilOn: '2030-01-01' }, NOW);
			case 'resume':
				return resumeEntry(db, actor, { itemId, note: '' }, NOW);
			case 'retire':
				return retireEntry(db, actor, { itemId, reason }, NOW);
			default:
				return takeStep(db, actor, { itemId, state: name, note: '', record }, NOW);
		}
	};
	const steps = () =>
		db
			.selectFrom('entryStep')
			.select(['number', 'state', 'how', 'leftAt'])
			.where('itemId', '=', itemId)
			.orderBy('number')
			.execute();
	const look = async () => {
		const { state, version, publicSince } = await db
			.selectFrom('item')
			.innerJoin('entry', 'entry.itemId', 'item.id')
			.select(['item.state', 'item.version', 'entry.publicSince'])
			.where('item.id', '=', itemId)
			.executeTakeFirstOrThrow();
		const uses = await db.selectFrom('evidenceUse').select('id').execute();
		return { state, isPublic: publicSince !== null, version, uses: uses.length, steps: await steps() };
	};
	return {
		look,
		take: async (name: Act, who: Who): Promise<boolean> => {
			try {
				await act(name, made[who]);
				return true;
			} catch (error) {
				if (error instanceof Refusal || error instanceof NotFound) return false;
				throw error;
			}
		},
		/** The history has no hole, and ends where the entry stands. */
		check: async () => {
			const history = await steps();
			expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => index + 1));
			expect(history.filter(({ leftAt }) => leftAt === null)).toEqual(history.slice(-1));
			expect(history.at(-1)?.state).toBe((await look()).state);
		}
	};
}
