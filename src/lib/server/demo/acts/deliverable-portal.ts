import { latestRound } from '#lib/domain/deliverables.ts';
import { approveDeliverable } from '#lib/server/commands/approve-deliverable.ts';
import { recordAcceptance } from '#lib/server/commands/record-acceptance.ts';
import { recordRevision } from '#lib/server/commands/record-revision.ts';
import { recordSubmission } from '#lib/server/commands/record-submission.ts';
import { recordUpload } from '#lib/server/commands/record-upload.ts';
import { buildPackage } from '#lib/server/files/submission-package.ts';
import { findPackage } from '#lib/server/queries/list-portal-events.ts';
import type { Act } from '#lib/server/demo/step.ts';
import { deliverable } from './find.ts';

const MEGABYTES = 50;

export const approve =
	(code: string): Act =>
	async (stage) => {
		const { db, store, actor, now, organisations } = stage;
		const found = await deliverable(stage, code);
		const built = await buildPackage(store, 'LESLIE', found, MEGABYTES);
		const approval = {
			itemId: found.item.id,
			coversSha256: latestRound(found.facts)?.coversSha256 ?? '',
			emblemChecked: true,
			personalDataChecked: true,
			organisationIds: organisations.map(({ id }) => id)
		};
		await approveDeliverable(db, actor, { ...approval, built, authenticatedAt: now.toISOString() }, now);
	};

export const uploadToPortal =
	(code: string): Act =>
	({ db, actor, now, today, item }) =>
		recordUpload(db, actor, { itemId: item(code), happenedOn: today, byName: actor.name }, now);

export const submit =
	(code: string): Act =>
	async ({ db, actor, now, today, item }) => {
		const sha256 = (await findPackage(db, item(code)))?.sha256 ?? '';
		const submission = { itemId: item(code), sha256, submittedOn: today, byName: actor.name, note: '' };
		await recordSubmission(db, actor, submission, now);
	};

export const accept =
	(code: string): Act =>
	({ db, actor, now, today, item }) =>
		recordAcceptance(db, actor, { itemId: item(code), acceptedOn: today, note: '' }, now);

export const askRevision =
	(code: string, comments: string): Act =>
	({ db, actor, now, today, item }) =>
		recordRevision(db, actor, { itemId: item(code), askedOn: today, comments }, now);
