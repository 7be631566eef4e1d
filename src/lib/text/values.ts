import { reported, type Coverage, type Total } from '#lib/domain/values.ts';
import { dayText } from './dates.ts';

/** "11 of 14 reported, 2 nil, 1 silent; as of 12 May 2026": what stands beside every number. */
export function coverageText(
	coverage: Coverage,
	asOf: string | null = null,
	/** What is said of those who are missing, where not all of them are silent. */
	absent = 'silent'
): string {
	const { asked, nil, notApplicable, missing } = coverage;
	if (asked === 0) return 'Nobody was asked';
	const parts = [
		`${reported(coverage)} of ${asked} reported`,
		...(nil > 0 ? [`${nil} nil`] : []),
		...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
		...(missing > 0 ? [`${missing} ${absent}`] : [])
	];
	return parts.join(', ') + (asOf === null ? '' : `; as of ${dayText(asOf)}`);
}

/** "5 of 8 reported and accepted, 2 reported and not accepted yet, 1 silent": what of a number stands. */
export function acceptedText(coverage: Coverage, waiting: number): string {
	if (waiting === 0) return coverageText(coverage);
	const { asked, missing } = coverage;
	return [
		`${reported(coverage)} of ${asked} reported and accepted`,
		`${waiting} reported and not accepted yet`,
		...(missing > waiting ? [`${missing - waiting} silent`] : [])
	].join(', ');
}

/** The number itself: of a sum with somebody missing it says "at least"; nothing reported is no zero. */
export function totalText({ sum, isWhole }: Total): string {
	if (sum === null) return 'Nothing reported';
	return isWhole ? String(sum) : `At least ${sum}`;
}
