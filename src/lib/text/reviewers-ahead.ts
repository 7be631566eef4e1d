import type { Cover, ReviewerOutlook } from '#lib/domain/reviewers-ahead.ts';
import { countryText } from './countries.ts';

export const COVER_TEXT = {
	covered: { label: 'Reviewers asked', tone: 'good', shape: 'check' },
	'to-assign': { label: 'To assign', tone: 'warn', shape: 'triangle' },
	nobody: { label: 'Too few who may sign', tone: 'bad', shape: 'cross' }
} as const satisfies Record<Cover, { label: string; tone: string; shape: string }>;

/** Whether a review has its reviewers; where it has too few, how many there are. */
export function coverText(
	{
		cover,
		asked,
		eligible,
		lacking
	}: Pick<ReviewerOutlook, 'cover' | 'lacking'> & {
		asked: readonly unknown[];
		eligible: readonly unknown[];
	},
	needed: number
) {
	const text = COVER_TEXT[cover];
	const there = asked.length + eligible.length;
	if (cover !== 'nobody') return text;
	if (there === 0) return { ...text, label: 'Nobody who may sign' };
	if (lacking.people > 0) return { ...text, label: `Too few who may sign: ${there} of ${needed}` };
	return { ...text, label: `Too few from outside the lead’s country: ${lacking.abroad} more needed` };
}

/** What even everybody who may sign does not give, and where to look for it. */
export function recruitText(
	{ lacking }: Pick<ReviewerOutlook, 'lacking'>,
	leadCountry: string | null,
	organisations: readonly string[]
): string {
	const people = Math.max(lacking.people, lacking.abroad);
	const abroad =
		lacking.abroad > 0 && leadCountry !== null
			? `, ${lacking.abroad === people ? '' : `${lacking.abroad} of them `}from outside ${countryText(leadCountry)}`
			: '';
	const who = people === 1 ? '1 more reviewer' : `${people} more reviewers`;
	const where = organisations.length > 0 ? `: ${organisations.join(', ')} took no part in it` : '';
	return `Recruit ${who}${abroad}${where}.`;
}
