import type { Cover, ReviewerOutlook } from '#lib/domain/reviewers-ahead.ts';
import { countryText } from './countries.ts';

export const COVER_TEXT = {
	covered: { label: 'Reviewers asked', tone: 'good', shape: 'check' },
	'to-assign': { label: 'To assign', tone: 'warn', shape: 'triangle' },
	nobody: { label: 'Nobody who may sign', tone: 'bad', shape: 'cross' }
} as const satisfies Record<Cover, { label: string; tone: string; shape: string }>;

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
