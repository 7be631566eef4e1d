import type { Day } from '#lib/domain/days.ts';
import { dayText } from '#lib/text/dates.ts';

export function measureMail(risk: string, text: string, dueOn: Day) {
	return {
		subject: `${risk}: a measure is yours, due on ${dayText(dueOn)}`,
		body: `“${text}” Say on the page of the risk what came of it.`
	};
}

export function watchMail(risk: string, description: string) {
	return {
		subject: `${risk} is yours to watch`,
		body: `“${description}” Tell its state of play in each reporting period, and plan what is done against it.`
	};
}
