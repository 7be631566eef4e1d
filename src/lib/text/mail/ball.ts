import type { Holder } from '#lib/domain/holder.ts';
import type { MailBecause, MailKind } from '#lib/domain/mail/kinds.ts';
import { awaitsText } from '#lib/text/holder.ts';

const COMES_BACK: readonly string[] = ['revise', 'answer-return', 'revise-for-funder', 'claim-again'];
const IS_REVIEW: readonly string[] = ['review', 'verify'];

/** What whoever holds something now is told: what it is, what they do, and how it came to them. */
export function ballMail(
	item: { code: string; title: string },
	holder: Holder,
	how: string
): { kind: MailKind; because: MailBecause; subject: string; body: string } {
	const what = awaitsText(holder);
	const kind = COMES_BACK.includes(holder.awaits)
		? 'changes-requested'
		: IS_REVIEW.includes(holder.awaits)
			? 'review-requested'
			: 'ball';
	return {
		kind,
		because: kind === 'review-requested' ? 'reviewer' : becauseOf(holder),
		subject: `${item.code}: please ${what}`,
		body: `${item.code} “${item.title}” lies with ${HANDS[holder.kind]} now: ${what}. ${how}`
	};
}

/** How something came to its holder: somebody passed it on, or no longer holds it. */
export function passedOnText({ name, organisationAcronym }: By, reason: string): string {
	return `${name} (${organisationAcronym}) passed it on.${reason === '' ? '' : `\n\nThey wrote: ${reason}`}`;
}

export function leftText({ name }: { name: string }): string {
	return `It lay with ${name}, who has left the project.`;
}

export function movedText({ name }: { name: string }, organisation: string): string {
	return `It lay with ${name}, who works for ${organisation} now.`;
}

interface By {
	name: string;
	organisationAcronym: string;
}

function becauseOf({ kind, role }: Holder): MailBecause {
	if (kind === 'organisation') return 'lead';
	return kind === 'role' && (role === 'coordinator' || role === 'qa-lead') ? role : 'holder';
}

const HANDS = {
	people: 'you',
	organisation: 'your organisation',
	role: 'you',
	funder: 'the funder'
} as const satisfies Record<Holder['kind'], string>;
