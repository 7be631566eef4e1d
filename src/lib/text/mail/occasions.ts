import type { Occasion } from '#lib/domain/mail/occasions.ts';
import { dayText } from '#lib/text/dates.ts';

/** What the passing of days has to tell. */
export function occasionMail(occasion: Occasion): { subject: string; body: string } {
	const day = dayText(occasion.dueOn);
	if ('checkIn' in occasion) {
		const { startsOn, endsOn } = occasion.checkIn;
		const span = `${dayText(startsOn)} to ${dayText(endsOn)}`;
		return occasion.kind === 'check-in-opened'
			? {
					subject: `The check-in is open until ${day}`,
					body: `It asks your organisation about ${span}: what stays as it is takes one tap, and nothing to report is an answer too.`
				}
			: {
					subject: `The check-in was due on ${day}`,
					body: `Your organisation has not answered for ${span}. Until it does, every number says so.`
				};
	}
	const { code, title } = occasion.item;
	switch (occasion.kind) {
		case 'due-broken':
			return {
				subject: `${code} was due on ${day}`,
				body: `“${title}” is not done, and it lies with you. Do it, or say on its page when it will be.`
			};
		case 'due-soon':
			return { subject: `${code} is due on ${day}`, body: `“${title}” lies with you.` };
		case 'review-late':
			return {
				subject: `Your review of ${code} was due on ${day}`,
				body: `“${title}” waits for your signature or for your request for changes.`
			};
		case 'action-unanswered':
			return {
				subject: `${code} counts as accepted since ${day}`,
				body: `Nobody accepted or declined “${title}” in time. Its owner may begin.`
			};
	}
}

/** Keep it: should the end of the trail ever be cut off, the trail no longer reaches what this mail says. */
export function auditHeadMail(acronym: string, head: { sequence: number; hash: string }) {
	return {
		subject: `Audit trail of ${acronym}: event ${head.sequence}`,
		body: `Head of the chain: ${head.sequence}/${head.hash}\nKeep this mail. A trail that no longer holds this event with this hash has been cut or rewritten.`
	};
}
