import type { GrantReason } from '#lib/domain/grants.ts';
import type { Role } from '#lib/domain/roles.ts';
import { dayText } from './dates.ts';
import { GRANT_STATE_TEXT, SCOPE_TYPE_TEXT } from './grants.ts';
import { ROLE_TEXT } from './roles.ts';
import type { Sentence } from './sentence.ts';

export function grantSentence(reason: GrantReason): Sentence {
	switch (reason.code) {
		case 'own-grant':
			return { text: 'Nobody grants themselves a role.', next: 'Ask another person who may.' };
		case 'grant-scope-unfit':
			return {
				text: `The role ${ROLE_TEXT[reason.role]} is not held for ${SCOPE_TYPE_TEXT[reason.scopeType]}.`,
				next: `It is held for ${reason.allowed.map((type) => SCOPE_TYPE_TEXT[type]).join(' or ')}.`
			};
		case 'grant-not-own-organisation':
			return {
				text: `${reason.person} works for ${reason.organisation} and can be partner member only there.`,
				next: `Choose ${reason.organisation}.`
			};
		case 'grant-proposer-role':
			return {
				text: `You cannot propose the role ${ROLE_TEXT[reason.role]} for this person.`,
				next: `It is proposed by: ${rolesText(reason.proposers)}.`
			};
		case 'grant-exists':
			return {
				text: `${reason.person} has the role ${ROLE_TEXT[reason.role]} there already (${GRANT_STATE_TEXT[reason.state]}).`,
				next: 'End that one first, or choose another scope.'
			};
		case 'grant-dates-reversed':
			return {
				text: `The role would end on ${dayText(reason.toOn)}, before it begins on ${dayText(reason.fromOn)}.`,
				next: 'Choose a later end, or leave it open.'
			};
		case 'grant-over-before-it-begins':
			return {
				text: `The role would have ended on ${dayText(reason.toOn)} already.`,
				next: 'Choose a later end, or leave it open.'
			};
		case 'grant-not-proposed':
			return {
				text: `This role does not wait for a confirmation: it is ${GRANT_STATE_TEXT[reason.state]}.`,
				next: 'Reload the page to see where it stands.'
			};
		case 'grant-ended':
			return {
				text: `This role is ${GRANT_STATE_TEXT[reason.state]} already.`,
				next: 'Reload the page to see where it stands.'
			};
		case 'grant-confirmer-role':
			return {
				text: `You cannot decide on the role ${ROLE_TEXT[reason.role]} here.`,
				next: `This is for: ${rolesText(reason.confirmers)}.`
			};
		case 'grant-second-person':
			return {
				text: `The role ${ROLE_TEXT[reason.role]} takes two people, and you proposed it yourself.`,
				next:
					reason.people.length === 0
						? 'Nobody else can confirm it at present.'
						: `It can be confirmed by ${reason.people.join(', ')}.`
			};
		case 'grant-needs-qa-lead':
			return {
				text: 'QA reviewers are confirmed by a second person, and there is none yet.',
				next: 'Propose a QA lead first; the steering committee’s decision confirms that one.'
			};
		case 'decision-reference-needed':
			return {
				text: 'Without a second person, the first QA lead is confirmed by a decision of the steering committee.',
				next: 'Name the meeting or the document, and its date.'
			};
		case 'last-coordinator':
			return {
				text: `${reason.person} is the only coordinator of this project.`,
				next: 'Make another person coordinator first.'
			};
	}
}

function rolesText(roles: readonly Role[]): string {
	return roles.map((role) => ROLE_TEXT[role]).join(', ');
}

const CODES = {
	'own-grant': true,
	'grant-scope-unfit': true,
	'grant-not-own-organisation': true,
	'grant-proposer-role': true,
	'grant-exists': true,
	'grant-dates-reversed': true,
	'grant-over-before-it-begins': true,
	'grant-not-proposed': true,
	'grant-ended': true,
	'grant-confirmer-role': true,
	'grant-second-person': true,
	'grant-needs-qa-lead': true,
	'decision-reference-needed': true,
	'last-coordinator': true
} as const satisfies Record<GrantReason['code'], true>;

export function isGrantReason(reason: { code: string }): reason is GrantReason {
	return Object.hasOwn(CODES, reason.code);
}
