import type { Period } from '#lib/domain/check-ins/periods.ts';
import { periodText } from './words.ts';

type Span = Pick<Period, 'startsOn' | 'endsOn'>;

export function submittedMail(acronym: string, period: Span) {
	return {
		subject: `${acronym} has checked in for ${periodText(period)}`,
		body: 'Read it, then accept it or return it with a reason.'
	};
}

export function returnedMail(acronym: string, period: Span, reason: string) {
	return {
		subject: `The check-in of ${acronym} for ${periodText(period)} comes back to you`,
		body: `“${reason}” Everything you wrote is still there: mend it and send it again.`
	};
}
