import type { Holder } from '#lib/domain/holder.ts';
import type { MailBecause, MailKind } from '#lib/domain/mail/kinds.ts';
import { awaitsText } from '#lib/text/holder.ts';

const COMES_BACK: readonly string[] = ['revise', 'answer-return', 'revise-for-funder', 'claim-again'];
const IS_REVIEW: readonly string[] = ['review', 'verify'];

/** What whoever holds something now is told: what it is, what they do, and who passed it on. */
export function ballMail(
	item: { code: string; title: string },
	holder: Holder,
	by: { name: string; organisation: string; reason: string }
): { kind: MailKind; because: MailBecause; subject: string; body: string } {
	const what = awaitsText(holder);
	const reason = by.reason === '' ? '' : `\n\nThey wrote: ${by.reason}`;
	const kind = COMES_BACK.includes(holder.awaits)
		? 'changes-requested'
		: IS_REVIEW.includes(holder.awaits)
			? 'review-requested'
			: 'ball';
	return {
		kind,
		because: kind === 'review-requested' ? 'reviewer' : becauseOf(holder),
		subject: `${item.code}: please ${what}`,
		body: `${item.code} “${item.title}” lies with ${HANDS[holder.kind]} now: ${what}. ${by.name} (${by.organisation}) passed it on.${reason}`
	};
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
