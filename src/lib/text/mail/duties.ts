import type { Day } from '#lib/domain/days.ts';
import { dayText } from '#lib/text/dates.ts';

/** Fields of an entry that one person is asked to complete. */
export function dutyMail(
	item: { code: string; title: string },
	by: { name: string; organisationAcronym: string },
	{ count, dueOn, note }: { count: number; dueOn: Day | null; note: string }
) {
	const what = count === 1 ? 'one field' : `${count} fields`;
	return {
		subject: `${item.code}: please complete ${what}${dueOn === null ? '' : ` by ${dayText(dueOn)}`}`,
		body: `${by.name} (${by.organisationAcronym}) asks you to complete ${what} of ${item.code} “${item.title}”.${note === '' ? '' : `\n\nThey wrote: ${note}`}`
	};
}
