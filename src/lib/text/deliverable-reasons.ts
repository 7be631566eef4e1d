import type { DeliverableReason } from '#lib/domain/deliverable-reasons.ts';
import type { Sentence } from './sentence.ts';

type ByCode = {
	[Code in DeliverableReason['code']]: Extract<DeliverableReason, { code: Code }>;
};

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'lead-missing': () =>
		say('No organisation leads this deliverable.', 'The coordinator names one by an amendment.'),
	'due-missing': () => say('It has no due date.', 'The coordinator sets the agreed date.'),
	'type-missing': () =>
		say('Its type is not set.', 'The work package leader or the coordinator sets it under “Plan”.'),
	'level-missing': () =>
		say(
			'Its dissemination level is not set.',
			'The work package leader or the coordinator sets it under “Plan”.'
		),
	'contributors-unconfirmed': () =>
		say(
			'Nobody has confirmed that all contributing organisations are recorded.',
			'The lead adds who is missing and confirms the list under “Contributors”.'
		),
	'version-empty': () =>
		say('There is no file to review.', 'The lead uploads the first version under “Files”.'),
	'main-file-missing': () =>
		say('No file is marked as the main one.', 'Choose exactly one main file under “Files”.'),
	'format-not-accepted': (reason) =>
		say(
			`The portal does not take ${reason.file} as the main file.`,
			`Make the main file one of ${reason.formats.join(', ')}; this one can be added as an annex.`
		),
	'version-too-large': (reason) =>
		say(
			`The files have ${reason.megabytes} MB together; the portal takes ${reason.most} MB.`,
			'Make them smaller, or remove what the funder does not need.'
		),
	'file-withdrawn': (reason) =>
		say(
			`${reason.file} was withdrawn after it became part of this version.`,
			'The lead uploads a version without it.'
		),
	'version-unchanged': (reason) =>
		say(
			`Nothing has changed since version ${reason.number}, which was reviewed already.`,
			'Upload the corrected file; a new round reviews other bytes than the last.'
		),
	'checklist-missing': () =>
		say(
			'The project has published no checklist for reviews.',
			'The QA lead publishes one in the quality plan.'
		),
	'reviewers-missing': (reason) =>
		say(
			`${count(reason.assigned, 'independent reviewer')} assigned; the review needs ${reason.needed}.`,
			'The QA lead assigns reviewers under “Reviewers”.'
		),
	'reviewers-abroad-missing': (reason) =>
		say(
			`${count(reason.assigned, 'reviewer')} from outside the lead’s country (${reason.country}); it needs ${reason.needed}.`,
			'The QA lead assigns somebody from another country.'
		),
	'reviewer-not-independent': (reason) =>
		say(
			`${reason.person} is assigned and not independent of it.`,
			'The QA lead ends the assignment and names somebody else.'
		),
	'blocking-comments-unanswered': (reason) =>
		say(
			`${count(reason.count, 'blocking comment')} without an answer (${reason.authors.join(', ')}).`,
			'The lead answers each of them, or its author takes it back.'
		),
	'record-locked': (reason) =>
		say(
			`Its files and plan are locked while it is ${reason.state.replaceAll('-', ' ')}.`,
			reason.state === 'planned'
				? 'Start the preparation first.'
				: 'They open again when changes are requested or the funder asks for a revision.'
		),
	'version-frozen': (reason) =>
		say(
			`Version ${reason.number} is frozen: it is what the reviewers read and sign.`,
			'Upload a new main file to begin the next version.'
		),
	'only-lead-ends-review': (reason) =>
		say(
			'A new version now would end the review.',
			`Only ${reason.organisation}, which leads it, can do that. Send the file to them.`
		),
	'end-of-review-unconfirmed': (reason) =>
		say(
			`A new main file ends review round ${reason.round}: its signatures no longer cover the file.`,
			'Tick that you know this, and upload again.'
		),
	'nothing-uploaded': () => say('No file was chosen.', 'Choose at least one file, and send it again.'),
	'file-not-in-version': () => say('This file is not in the open version.', 'Reload the page.'),
	'file-already-in-version': (reason) =>
		say(`${reason.file} is in this version already, byte for byte.`, 'Nothing needs to be uploaded.'),
	'reviewer-not-assigned': (reason) =>
		say(`${reason.person} is not assigned as a reviewer.`, 'The QA lead assigns reviewers.'),
	'opinion-only': (reason) =>
		say(
			`${reason.person} is asked for an opinion, which does not count for the quorum.`,
			'Leave it as a comment that does not block.'
		),
	'no-review-open': () => say('No review is open.', 'The lead requests the review when it is ready.'),
	'covers-changed': () =>
		say(
			'What is reviewed or its checklist is not what you were looking at.',
			'Reload the page, read what changed, and decide again.'
		),
	'checklist-unanswered': (reason) =>
		say(
			`${count(reason.items.length, 'mandatory point')} of the checklist without your answer: ${reason.items.join('; ')}.`,
			'Answer them beside the checklist.'
		),
	'checklist-unexplained': (reason) =>
		say(
			`Answered “no” without a note: ${reason.items.join('; ')}.`,
			'Say why you sign nevertheless, or request changes.'
		),
	'checklist-item-foreign': () =>
		say('A point answered here is not in the checklist of this round.', 'Reload the page.'),
	'own-blocking-comment': (reason) =>
		say(
			`You left ${count(reason.count, 'blocking comment')} that nobody has answered.`,
			'Take it back, wait for the answer, or request changes.'
		),
	'already-signed': (reason) =>
		say(`${reason.person} has signed this round already.`, 'Nothing more is needed.'),
	'blocking-comment-missing': () =>
		say(
			'Changes are requested by a comment that blocks.',
			'Say what has to change, and send the request again.'
		),
	'comment-not-yours': () => say('Only its author can take a comment back.', 'Answer it instead.'),
	'comment-settled': () => say('This comment is settled already.', 'Reload the page.'),
	'comments-locked': (reason) =>
		say(
			`Its comments are closed while it is ${reason.state.replaceAll('-', ' ')}.`,
			'They stay readable. When the funder asks for a revision, the next round has comments of its own.'
		),
	'already-assigned': (reason) => say(`${reason.person} is assigned already.`, 'Nothing more is needed.'),
	'assignment-ended': () => say('This assignment has ended already.', 'Reload the page.'),
	'no-reviewer-role': (reason) =>
		say(
			`${reason.person} holds no role that reviews.`,
			'The coordinator proposes the role of QA reviewer; the QA lead confirms it.'
		),
	'eligible-reviewers-exist': (reason) =>
		say(
			'The external evaluator signs only where nobody in the project is eligible.',
			`Eligible: ${reason.people.join(', ')}.`
		),
	'conflict-ended': () => say('This declaration has ended already.', 'Reload the page.'),
	'quorum-missing': (reason) =>
		say(
			`${reason.signed} of ${count(reason.needed, 'signature')} in this round.`,
			'The reviewers sign, or the QA lead assigns more of them.'
		),
	'quorum-abroad-missing': (reason) =>
		say(
			`${count(reason.signed, 'signature')} from outside the lead’s country (${reason.country}); it needs ${reason.needed}.`,
			'The QA lead assigns a reviewer from another country.'
		),
	'signer-not-independent': (reason) =>
		say(
			`${reason.person} signed, and is no longer independent of it.`,
			'Return it for a new round with another reviewer.'
		),
	'signatures-stale': (reason) =>
		say(`The signatures do not cover version ${reason.version}.`, 'Request a new round of review for it.'),
	'approver-authored': (reason) =>
		say(
			`${reason.person} worked on it${reason.note === '' ? '' : ` (${reason.note})`}, and nobody approves their own work.`,
			'Another person with the role of coordinator approves it.'
		),
	'approver-signed': (reason) =>
		say(
			`${reason.person} signed the review; author, reviewer and approver are three people.`,
			'Another person with the role of coordinator approves it.'
		),
	'public-check-missing': () =>
		say(
			'Emblem, disclaimer and personal data of a public deliverable are not checked.',
			'Look at the file and tick both checks.'
		),
	'access-list-missing': () =>
		say('Nobody is named who may read this sensitive deliverable.', 'Choose at least one organisation.'),
	'package-missing': () => say('There is no submission package of this version.', 'Approve it again.'),
	'package-differs': (reason) =>
		say(
			'The file you name is not the one that was approved.',
			`Submit the approved file; its SHA-256 begins with ${reason.expected}.`
		),
	'portal-day-in-future': (reason) =>
		say(`${reason.day} has not come yet.`, 'Enter the day on which it happened.'),
	'portal-day-before': (reason) =>
		say(
			`${reason.day} lies before the ${reason.what} on ${reason.earliest}.`,
			'Enter the day on which it happened.'
		),
	'not-in-quality-plan': (reason) =>
		say(
			`${reason.value} is no ${reason.field === 'type' ? 'type of deliverable' : 'dissemination level'} of this project.`,
			`The quality plan allows: ${reason.allowed.join(', ')}.`
		),
	'merge-into-itself': () => say('Nothing is merged into itself.', 'Choose another one.'),
	'merge-target-ended': (reason) =>
		say(`${reason.item} has itself been withdrawn, merged or retired.`, 'Choose one that is kept.'),
	'not-late': (reason) =>
		say(
			reason.dueOn === null ? 'It has no due date.' : `It is not late: it is due on ${reason.dueOn}.`,
			'A justification is needed only after that day.'
		)
};

export function isDeliverableReason(reason: { code: string }): reason is DeliverableReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

/** Refusals of the deliverable's life cycle in words, each with what to do next. */
export function deliverableSentence(reason: DeliverableReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string): Sentence {
	return { text, next };
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
