import { acceptAction } from '#lib/server/commands/accept-action.ts';
import { blockAction } from '#lib/server/commands/block-action.ts';
import { claimAction } from '#lib/server/commands/claim-action.ts';
import { decideActionDate } from '#lib/server/commands/decide-action-date.ts';
import { declineAction } from '#lib/server/commands/decline-action.ts';
import { proposeActionDate } from '#lib/server/commands/propose-action-date.ts';
import { startAction } from '#lib/server/commands/start-action.ts';
import { verifyAction } from '#lib/server/commands/verify-action.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';

async function seen({ db, item }: Stage, code: string) {
	const { version } = await db
		.selectFrom('item')
		.select('version')
		.where('id', '=', item(code))
		.executeTakeFirstOrThrow();
	return { itemId: item(code), version };
}

export const takeOn =
	(code: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await acceptAction(db, actor, { ...(await seen(stage, code)), note: '' }, now);
	};

export const begin =
	(code: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await startAction(db, actor, { ...(await seen(stage, code)), note: '' }, now);
	};

export const done =
	(code: string, text: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await claimAction(db, actor, { ...(await seen(stage, code)), text }, now);
	};

export const confirmDone =
	(code: string, note = ''): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await verifyAction(db, actor, { ...(await seen(stage, code)), note }, now);
	};

export const refuse =
	(code: string, reason: string, proposed: string): Act =>
	async (stage) => {
		const { db, actor, now, person } = stage;
		const input = { ...(await seen(stage, code)), reason, proposedOwnerId: person(proposed) };
		await declineAction(db, actor, input, now);
	};

export const waitFor =
	(code: string, reason: string, blocker: { person?: string; item?: string }): Act =>
	async (stage) => {
		const { db, actor, now, person } = stage;
		const personId = blocker.person === undefined ? null : person(blocker.person);
		const input = { ...(await seen(stage, code)), reason, personId, waitsFor: blocker.item ?? '' };
		await blockAction(db, actor, input, now);
	};

export const askForDay =
	(code: string, toOn: string, reasonCode: string, reasonText: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const input = { ...(await seen(stage, code)), toOn, reasonCode, reasonText };
		await proposeActionDate(db, actor, input, now);
	};

export const agreeToDay =
	(code: string, reference = ''): Act =>
	async (stage) => {
		const { db, actor, now, item } = stage;
		const asked = await db
			.selectFrom('actionDateProposal')
			.select('id')
			.where('itemId', '=', item(code))
			.where('verdict', 'is', null)
			.executeTakeFirstOrThrow();
		const input = { ...(await seen(stage, code)), proposalId: asked.id, note: '', reference };
		await decideActionDate(db, actor, { ...input, verdict: 'agreed' }, now);
	};
