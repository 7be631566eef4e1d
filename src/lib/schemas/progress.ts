import * as v from 'valibot';
import { STANDINGS, type Standing } from '#lib/domain/check-ins/standing.ts';
import { isDay, type Day } from '#lib/domain/days.ts';
import { Ids, optionalText } from './fields.ts';

export const SendReminderSchema = v.object({
	organisationIds: v.pipe(Ids, v.minLength(1, 'Choose at least one organisation.')),
	note: optionalText()
});
export type SendReminder = v.InferOutput<typeof SendReminderSchema>;

export interface MatrixFilter {
	/** Code of a country. */
	country: string | null;
	/** Only organisations with such a cell. */
	state: Standing | 'late' | null;
	from: Day | null;
	to: Day | null;
}

/** What the address of the matrix asks; anything else is as if it were not there. */
export function readMatrixFilter(query: URLSearchParams): MatrixFilter {
	const country = query.get('country') ?? '';
	const state = query.get('state');
	const day = (name: string) => {
		const text = query.get(name) ?? '';
		return isDay(text) ? text : null;
	};
	return {
		country: /^[A-Z]{2}$/.test(country) ? country : null,
		state: state === 'late' ? 'late' : (STANDINGS.find((one) => one === state) ?? null),
		from: day('from'),
		to: day('to')
	};
}
