import { expect, test } from 'vitest';
import { listFilters, plainOptions } from '#lib/components/list-filters.ts';

const choices = [
	{ name: 'kind', label: 'Kind', value: 'event', options: [{ value: 'event', label: 'Events' }] },
	{ name: 'year', label: 'Year', value: null, options: plainOptions(['2026']) },
	{ name: 'missing', label: 'Missing', value: 'doi', options: [], chip: 'Missing: ' }
];

test('every filter that is set has a chip with the address without it', () => {
	const { chips } = listFilters('/leslie/dissemination', 'lake', choices, { view: 'board' });
	expect(chips).toEqual([
		{ label: '“lake”', href: '/leslie/dissemination?kind=event&missing=doi&view=board' },
		{ label: 'Events', href: '/leslie/dissemination?q=lake&missing=doi&view=board' },
		{ label: 'Missing: doi', href: '/leslie/dissemination?q=lake&kind=event&view=board' }
	]);
});

test('an address with no filter left is the bare list', () => {
	const { address } = listFilters('/leslie/dissemination', '', choices);
	expect(address({ kind: '', missing: '' })).toBe('/leslie/dissemination');
	expect(address({ year: '2026' })).toBe('/leslie/dissemination?kind=event&year=2026&missing=doi');
});
