import { insertFileEvidence } from '#lib/server/commands/add-evidence.ts';
import { assignVerifier } from '#lib/server/commands/assign-verifier.ts';
import { claimMilestone } from '#lib/server/commands/claim-milestone.ts';
import { declareMilestone } from '#lib/server/commands/declare-milestone.ts';
import { endMilestone } from '#lib/server/commands/end-milestone.ts';
import { judgeMeans } from '#lib/server/commands/judge-means.ts';
import { linkMeansEvidence } from '#lib/server/commands/link-means-evidence.ts';
import { returnMilestone } from '#lib/server/commands/return-milestone.ts';
import { verifyMilestone } from '#lib/server/commands/verify-milestone.ts';
import { storeSampleFile } from '#lib/server/demo/store-sample-file.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';
import { milestone } from './find.ts';

/** One file for each means of verification. */
export const prove =
	(code: string): Act =>
	async (stage) => {
		const { db, store, actor, now, today } = stage;
		const { item, means } = await milestone(stage, code);
		for (const { id, position, text } of means) {
			const lines = [
				`${code} ${item.title}`,
				`Means of verification ${position}: ${text}`,
				`Added on ${today}`
			];
			const name = `${code}-means-${position}.pdf`;
			const file = await storeSampleFile(store, { field: 'file', name, lines });
			const input = { itemId: item.id, meansId: id };
			const added = async (inside: Stage['db']) => [
				await insertFileEvidence(inside, actor, file, { level: 'SEN' }, now)
			];
			await linkMeansEvidence(db, actor, input, added, now);
		}
	};

export const claim =
	(code: string, achievedOn: string, note = ''): Act =>
	({ db, actor, now, today, item }) =>
		claimMilestone(db, actor, { itemId: item(code), achievedOn, note, today }, now);

export const askToVerify =
	(code: string, ...verifiers: readonly string[]): Act =>
	async ({ db, actor, now, today, item, person }) => {
		for (const verifier of verifiers)
			await assignVerifier(db, actor, { itemId: item(code), personId: person(verifier), today }, now);
	};

/** Judges one means, by its position: sufficient, or what is missing. */
export const judge =
	(code: string, position: number, missing = ''): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { item, means, claims } = await milestone(stage, code);
		const meansId = means.find((one) => one.position === position)?.id ?? '';
		const verdict = missing === '' ? ('sufficient' as const) : ('insufficient' as const);
		const input = { itemId: item.id, claimId: claims[0]?.id ?? '', meansId, verdict, note: missing };
		await judgeMeans(db, actor, input, now);
	};

/** Finds every means sufficient and signs. */
export const verify =
	(code: string): Act =>
	async (stage) => {
		const { db, actor, now, today } = stage;
		const { item, means, claims } = await milestone(stage, code);
		for (const { position } of means) await judge(code, position)(stage);
		const seen = { claimId: claims[0]?.id ?? '', coversSha256: claims[0]?.coversSha256 ?? '' };
		const authenticatedAt = now.toISOString();
		await verifyMilestone(db, actor, { itemId: item.id, today, ...seen, authenticatedAt }, now);
	};

export const giveBack =
	(code: string, reason: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { item, claims } = await milestone(stage, code);
		await returnMilestone(db, actor, { itemId: item.id, claimId: claims[0]?.id ?? '', reason }, now);
	};

export const declare =
	(code: string): Act =>
	async (stage) => {
		const { db, actor, now, today } = stage;
		const { item, claims } = await milestone(stage, code);
		const seen = { claimId: claims[0]?.id ?? '', coversSha256: claims[0]?.coversSha256 ?? '' };
		const entry = { portalOn: today, byName: actor.name, note: '', authenticatedAt: now.toISOString() };
		await declareMilestone(db, actor, { itemId: item.id, today, ...seen, ...entry }, now);
	};

export const notAchieved =
	(code: string, reason: string, consequence: string, reference: string): Act =>
	({ db, actor, now, item }) =>
		endMilestone(db, actor, { itemId: item(code), reason, consequence, reference }, now);
