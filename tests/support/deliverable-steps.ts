import type { Db } from '#db/schema.ts';
import { latestRound, latestVersion } from '#lib/domain/deliverables.ts';
import { packageName } from '#lib/domain/submission.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { addComment } from '#lib/server/commands/add-comment.ts';
import { addVersionFiles } from '#lib/server/commands/add-version-files.ts';
import { answerComment } from '#lib/server/commands/answer-comment.ts';
import { approveDeliverable } from '#lib/server/commands/approve-deliverable.ts';
import { assignReviewer } from '#lib/server/commands/assign-reviewer.ts';
import { breakGlassDeliverable } from '#lib/server/commands/break-glass-deliverable.ts';
import { chooseMainFile } from '#lib/server/commands/choose-main-file.ts';
import { confirmContributors } from '#lib/server/commands/confirm-contributors.ts';
import { openReview } from '#lib/server/commands/open-review.ts';
import { recordAcceptance } from '#lib/server/commands/record-acceptance.ts';
import { recordRevision } from '#lib/server/commands/record-revision.ts';
import { recordSubmission } from '#lib/server/commands/record-submission.ts';
import { requestChanges } from '#lib/server/commands/request-changes.ts';
import { returnDeliverable } from '#lib/server/commands/return-deliverable.ts';
import { signOff } from '#lib/server/commands/sign-off.ts';
import { startPreparation } from '#lib/server/commands/start-preparation.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { findDeliverableFacts } from '#lib/server/queries/find-deliverable-facts.ts';
import { findPackage } from '#lib/server/queries/list-portal-events.ts';
import { next, NOW, TODAY } from './builders/a-project.ts';
import type { Made } from './builders/a-reviewable-deliverable.ts';

const AUTHENTICATED = NOW.toISOString();

export function aFile(text = `bytes ${next()}`, field = 'main', name = 'report.pdf') {
	return { field, name, sha256: sha256(text), size: text.length, mediaType: 'application/pdf' };
}

/** The steps of one deliverable as people take them, with what they would see on their page. */
export function stepsOf(db: Db, made: Made) {
	const itemId = made.item.id;
	const read = async () => {
		const found = await findDeliverableFacts(db, made.project.id, { id: itemId });
		if (!found) throw new Error('the deliverable is gone');
		const round = latestRound(found.facts);
		return { ...found, round, coversSha256: round?.coversSha256 ?? '0'.repeat(64) };
	};
	const answers = () =>
		made.checklist.items.map((item) => ({ checklistItemId: item.id, answer: 'yes' as const, note: '' }));
	const approving = async (given: Partial<Parameters<typeof approveDeliverable>[2]> = {}) => {
		const { facts, coversSha256 } = await read();
		const version = latestVersion(facts);
		const main = version?.files.find((file) => file.main);
		const built = version &&
			main && {
				fileName: packageName('LESLIE', 'D4.2', version),
				sha256: main.sha256,
				size: main.size,
				mediaType: 'application/pdf',
				coversSha256
			};
		return {
			itemId,
			coversSha256,
			authenticatedAt: AUTHENTICATED,
			emblemChecked: true,
			personalDataChecked: true,
			organisationIds: [made.ucy.id],
			built,
			...given
		};
	};
	const steps = {
		read,
		answers,
		approving,
		state: async () => (await read()).facts.state,
		start: (actor: Actor) => startPreparation(db, actor, { itemId }, NOW),
		upload: (actor: Actor, files = [aFile()], endsReview = false) =>
			addVersionFiles(db, actor, { itemId, note: '', endsReview }, files, NOW),
		chooseMain: (actor: Actor, evidenceId: string) => chooseMainFile(db, actor, { itemId, evidenceId }, NOW),
		confirm: (actor: Actor) => confirmContributors(db, actor, { itemId }, NOW),
		assign: (actor: Actor, person: Actor) =>
			assignReviewer(db, actor, { itemId, personId: person.personId }, NOW),
		open: (actor: Actor) => openReview(db, actor, { itemId, note: '' }, NOW),
		comment: (actor: Actor, text: string, blocking = false, commentKey = newId()) =>
			addComment(db, actor, { itemId, commentKey, text, blocking, checklistItemId: '' }, NOW),
		answer: (actor: Actor, commentId: string, answer = 'Done') =>
			answerComment(db, actor, { itemId, commentId, answer }, NOW),
		requestChanges: (actor: Actor, text = 'Name the sources') =>
			requestChanges(db, actor, { itemId, commentKey: newId(), text, answers: [] }, NOW),
		async sign(actor: Actor, given: { coversSha256?: string; answers?: ReturnType<typeof answers> } = {}) {
			const { coversSha256 } = await read();
			const remark = { commentKey: newId(), text: '', blocking: false };
			const own = { itemId, coversSha256, authenticatedAt: AUTHENTICATED, answers: answers() };
			const seen = { ...own, ...remark, ...given };
			return signOff(db, actor, seen, NOW);
		},
		return: (actor: Actor, reason = 'The emblem is missing') =>
			returnDeliverable(db, actor, { itemId, commentKey: newId(), reason }, NOW),
		async approve(actor: Actor, given: Partial<Parameters<typeof approveDeliverable>[2]> = {}) {
			await approveDeliverable(db, actor, await approving(given), NOW);
		},
		async breakGlass(actor: Actor, reason = 'The portal closes tonight', reference = 'Steering 4/7') {
			const why = { reason, reference };
			await breakGlassDeliverable(db, actor, { ...(await approving()), ...why }, NOW);
		},
		async submit(actor: Actor, given: { sha256?: string; submittedOn?: string } = {}) {
			const hash = (await findPackage(db, itemId))?.sha256 ?? '0'.repeat(64);
			const submission = { itemId, sha256: hash, submittedOn: TODAY, byName: actor.name, note: '' };
			await recordSubmission(db, actor, { ...submission, ...given }, NOW);
		},
		accept: (actor: Actor, acceptedOn = TODAY) =>
			recordAcceptance(db, actor, { itemId, acceptedOn, note: '' }, NOW),
		revise: (actor: Actor) =>
			recordRevision(db, actor, { itemId, askedOn: TODAY, comments: 'Shorten chapter 2' }, NOW),
		async answerAll(actor: Actor) {
			const { records } = await read();
			for (const one of records.comments.filter(
				(comment) => comment.blocking === 1 && comment.answeredAt === null
			))
				await steps.answer(actor, one.id);
		},
		/** Up to an open first round with both reviewers assigned. */
		async toReview() {
			await steps.start(made.author);
			await steps.upload(made.author);
			await steps.confirm(made.author);
			await steps.assign(made.qaLead, made.first);
			await steps.assign(made.qaLead, made.second);
			await steps.open(made.author);
		},
		async toReviewed() {
			await steps.toReview();
			await steps.sign(made.first);
			await steps.sign(made.second);
		}
	};
	return steps;
}
