import type { EntryAwaits } from '#lib/domain/catalogue/entry-holder.ts';
import type { DeliverableAwaits } from '#lib/domain/deliverable-holder.ts';
import type { Holder } from '#lib/domain/holder.ts';
import type { OwnAwaits } from '#lib/domain/mail/occasions.ts';
import type { ActionAwaits } from '#lib/domain/meetings/action-holder.ts';
import type { MinutesAwaits } from '#lib/domain/meetings/minutes-holder.ts';
import type { MilestoneAwaits } from '#lib/domain/milestone-holder.ts';
import { ROLE_TEXT } from './roles.ts';

const AWAITS_TEXT: Record<
	DeliverableAwaits | MilestoneAwaits | EntryAwaits | ActionAwaits | MinutesAwaits | OwnAwaits,
	string
> = {
	start: 'start the work',
	prepare: 'finish the draft and request the review',
	revise: 'answer the comments and upload a new version',
	'revise-for-funder': 'revise for the funder',
	'name-lead': 'name a lead',
	review: 'review and sign',
	'assign-reviewers': 'assign reviewers',
	'answer-comments': 'answer the blocking comments',
	approve: 'approve or return',
	submit: 'submit in the portal and record it',
	decide: 'accept or ask for a revision',
	claim: 'link the evidence and claim',
	'answer-return': 'complete the evidence and claim again',
	'claim-again': 'claim again',
	'assign-verifiers': 'assign verifiers',
	verify: 'verify and sign',
	countersign: 'countersign and declare',
	'take-step': 'take the next step',
	'complete-entry': 'complete what the next step requires',
	'open-review': 'request the quality check',
	'approve-for-institution': 'approve for the institution and sign',
	'renew-approval': 'renew the approval that has lapsed',
	'name-officer': 'name the officer who approves',
	'publish-entry': 'publish it',
	'record-recognition': 'record a recognition',
	resume: 'take it up again',
	answer: 'accept or decline',
	begin: 'begin',
	do: 'finish and claim it',
	unblock: 'unblock it',
	'verify-action': 'see whether it is done',
	settle: 'hand it over',
	'name-officers': 'name a chair and a secretary',
	'write-minutes': 'write the minutes',
	'circulate-minutes': 'circulate the minutes',
	'await-objections': 'record the approval once the days of objection are over',
	'settle-objections': 'answer or accept the objections',
	'approve-minutes': 'record the approval',
	'sign-minutes': 'sign the minutes',
	'complete-fields': 'complete the fields that are asked',
	'take-measure': 'see to this measure',
	'watch-risk': 'watch it and tell its state of play'
};

/** What the holder has to do, to stand after a name: "KOKSU · start the work". */
export function awaitsText(holder: Holder): string {
	const texts: Record<string, string> = AWAITS_TEXT;
	return texts[holder.awaits] ?? holder.awaits.replaceAll('-', ' ');
}

/** The holder's name; those of people and organisations come from the list. */
export function holderName(holder: Holder, people: readonly string[], organisation: string | null): string {
	switch (holder.kind) {
		case 'people':
			return people.join(', ');
		case 'organisation':
			return organisation ?? 'an organisation that left';
		case 'role':
			return holder.role === null ? '' : ROLE_TEXT[holder.role];
		case 'funder':
			return 'the funder';
	}
}
