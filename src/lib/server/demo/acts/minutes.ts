import { answerObjection } from '#lib/server/commands/answer-objection.ts';
import { approveMinutes } from '#lib/server/commands/approve-minutes.ts';
import { circulateMinutes } from '#lib/server/commands/circulate-minutes.ts';
import { correctMinutes } from '#lib/server/commands/correct-minutes.ts';
import { createActionWithin } from '#lib/server/commands/create-action.ts';
import { raiseObjection } from '#lib/server/commands/raise-objection.ts';
import { recordDecisionWithin } from '#lib/server/commands/record-decision.ts';
import { recordInformation } from '#lib/server/commands/record-information.ts';
import { withdrawObjection } from '#lib/server/commands/settle-objection.ts';
import { signMinutes } from '#lib/server/commands/sign-minutes.ts';
import { writeMinutes } from '#lib/server/commands/write-minutes.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';
import { meetingId, pointId } from './meetings.ts';

export const write =
	(slug: string, title: string, text: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const agendaItemId = await pointId(stage, slug, title);
		const seen = await db
			.selectFrom('minutesText')
			.select('version')
			.where('agendaItemId', '=', agendaItemId)
			.where('untilAt', 'is', null)
			.executeTakeFirst();
		await writeMinutes(db, actor, { slug, agendaItemId, version: seen?.version ?? 0, text }, now);
	};

export const inform =
	(slug: string, title: string, text: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await recordInformation(db, actor, { slug, agendaItemId: await pointId(stage, slug, title), text }, now);
	};

interface Decided {
	code: string;
	title: string;
	text: string;
	rationale?: string;
	votes?: readonly [yes: number, no: number, abstained: number];
	supersedes?: string;
	urgent?: boolean;
}

/** A sample decision under a point of the agenda; `code` is the one it must come out with. */
export const decide =
	(slug: string, point: string, decided: Decided): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const place = {
			meetingId: await meetingId(stage, slug),
			agendaItemId: await pointId(stage, slug, point)
		};
		const { code, title, text, rationale = '', votes, supersedes = '', urgent = false } = decided;
		await db.transaction().execute(async (db) => {
			const made = await recordDecisionWithin(
				db,
				actor,
				{
					...place,
					title,
					text,
					rationale,
					how: votes ? 'vote' : 'consensus',
					votesFor: votes?.[0] ?? null,
					votesAgainst: votes?.[1] ?? null,
					votesAbstained: votes?.[2] ?? null,
					urgent,
					decidedOn: null,
					effectiveOn: null,
					supersedes,
					level: 'PU'
				},
				now
			);
			if (made.code !== code) throw new Error(`${code} came out as ${made.code}`);
			await db.updateTable('decision').set({ origin: 'sample' }).where('id', '=', made.id).execute();
		});
		stage.learn(code, await decisionId(stage, code));
	};

interface Given {
	code: string;
	title: string;
	owner: string;
	dueOn: string;
	/** The decision that it carries out. */
	decision?: string;
}

/** A sample action under a point of the agenda; `code` is the one it must come out with. */
export const give =
	(slug: string, point: string, { code, title, owner, dueOn, decision }: Given): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const place = {
			meetingId: await meetingId(stage, slug),
			agendaItemId: await pointId(stage, slug, point)
		};
		const decided = decision === undefined ? null : await decisionId(stage, decision);
		const id = await db.transaction().execute(async (db) => {
			const made = await createActionWithin(
				db,
				actor,
				{
					...place,
					title,
					description: '',
					ownerId: stage.person(owner),
					dueOn,
					decisionId: decided,
					originItemId: null,
					riskId: null,
					workPackageId: null
				},
				now
			);
			if (made.code !== code) throw new Error(`${code} came out as ${made.code}`);
			await db.updateTable('item').set({ origin: 'sample' }).where('id', '=', made.id).execute();
			return made.id;
		});
		stage.learn(code, id);
	};

async function decisionId({ db, actor }: Stage, code: string): Promise<string> {
	const found = await db
		.selectFrom('decision')
		.select('id')
		.where('projectId', '=', actor.projectId)
		.where('code', '=', code)
		.executeTakeFirstOrThrow();
	return found.id;
}

export const circulate =
	(slug: string): Act =>
	async (stage) => {
		await circulateMinutes(stage.db, stage.actor, { slug }, stage.now);
		const id = await meetingId(stage, slug);
		await stage.db
			.updateTable('minutesCirculation')
			.set({ origin: 'sample' })
			.where('meetingId', '=', id)
			.execute();
	};

export const object =
	(slug: string, title: string, text: string): Act =>
	async (stage) => {
		const agendaItemId = await pointId(stage, slug, title);
		await raiseObjection(stage.db, stage.actor, { slug, agendaItemId, text }, stage.now);
	};

export const answerTheObjection =
	(slug: string, answer: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await answerObjection(db, actor, { slug, objectionId: await objectionId(stage, slug), answer }, now);
	};

export const takeBack =
	(slug: string, note: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await withdrawObjection(db, actor, { slug, objectionId: await objectionId(stage, slug), note }, now);
	};

async function objectionId(stage: Stage, slug: string): Promise<string> {
	const found = await stage.db
		.selectFrom('minutesObjection')
		.select('id')
		.where('meetingId', '=', await meetingId(stage, slug))
		.where('settled', 'is', null)
		.orderBy('raisedAt')
		.executeTakeFirstOrThrow();
	return found.id;
}

export const approve =
	(slug: string): Act =>
	({ db, actor, now }) =>
		approveMinutes(db, actor, { slug }, now);

export const signAs =
	(slug: string, part: 'chair' | 'secretary'): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { sha256 } = await db
			.selectFrom('minutesCirculation')
			.select('sha256')
			.where('meetingId', '=', await meetingId(stage, slug))
			.orderBy('number', 'desc')
			.executeTakeFirstOrThrow();
		const signed = { slug, part, coversSha256: sha256, authenticatedAt: now.toISOString() };
		await signMinutes(db, actor, signed, now);
	};

export const correct =
	(slug: string, title: string, text: string, reason: string): Act =>
	async (stage) => {
		const agendaItemId = await pointId(stage, slug, title);
		await correctMinutes(stage.db, stage.actor, { slug, agendaItemId, text, reason }, stage.now);
	};
