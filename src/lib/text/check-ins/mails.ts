import type { Tier } from '#lib/domain/check-ins/check-ins.ts';
import type { Period } from '#lib/domain/check-ins/periods.ts';
import { periodText } from './words.ts';

type Span = Pick<Period, 'startsOn' | 'endsOn'>;

export function submittedMail(acronym: string, period: Span) {
	return {
		subject: `${acronym} has checked in for ${periodText(period)}`,
		body: 'Read it, then accept it or return it with a reason.'
	};
}

/** After the country: it waits for the project. */
export function passedOnMail(acronym: string, period: Span) {
	return {
		subject: `${acronym}’s check-in for ${periodText(period)} is accepted by its country`,
		body: 'It waits for your acceptance.'
	};
}

export function acceptedMail(acronym: string, period: Span, tier: Tier, note: string) {
	const words = note === '' ? '' : `\n\nThey wrote: ${note}`;
	return {
		subject: `The check-in of ${acronym} for ${periodText(period)} is accepted`,
		body:
			tier === 'country'
				? `Your national coordinator has accepted it; it goes on to the coordinator.${words}`
				: `The coordinator has accepted it for the project. Nothing is left to do.${words}`
	};
}

export function returnedMail(acronym: string, period: Span, reason: string) {
	return {
		subject: `The check-in of ${acronym} for ${periodText(period)} comes back to you`,
		body: `“${reason}” Everything you wrote is still there: mend it and send it again.`
	};
}
