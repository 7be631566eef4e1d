import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import DueDate from '#lib/components/DueDate.svelte';
import ItemTable from '#lib/components/ItemTable.svelte';
import { aListedItem } from '#tests/support/a-listed-item.ts';

const PAGE = { slug: 'leslie', startOn: '2023-12-01', today: '2026-06-15' };

function shown(change: Parameters<typeof aListedItem>[1]) {
	const item = aListedItem('D4.4', change);
	const { body } = render(DueDate, {
		props: { ...PAGE, ...item, lateness: item.dates, compact: true }
	});
	return body
		.replaceAll(/<!--.*?-->/g, '')
		.replaceAll(/<(?!a )[^>]+>/g, ' ')
		.replaceAll(/\s+/g, ' ');
}

const MOVED = { contractualOn: '2026-04-30', agreedOn: '2026-07-10', agreedBy: 'DEC-004' };

test('a later agreed date stands beside how long it is past the contract, with the decision that moved it', () => {
	const text = shown(MOVED);
	expect(text).toContain('46 days past the contract');
	expect(text).toContain('<a href="/leslie/decisions/DEC-004">DEC-004');
	expect(text).toContain('in 25 days');
});

test('what is late by its agreed date, too, says both', () => {
	const text = shown({ ...MOVED, agreedOn: '2026-06-10' });
	expect(text).toContain('5 days late');
	expect(text).toContain('46 days past the contract');
});

test.each([
	[{ state: 'accepted', submittedOn: '2026-06-09' }, 'done 40 days after the contract'],
	[{ state: 'revision-by-funder', submittedOn: '2026-04-29' }, 'first submitted in time'],
	[{ state: 'accepted', submittedOn: '2026-04-29' }, 'done in time']
])('what was submitted says so by the contract: %o', (change, said) => {
	expect(shown({ ...MOVED, ...change })).toContain(said);
});

test('what left the plan lies with nobody because it left, not because it is done', () => {
	const row = (state: string) =>
		render(ItemTable, {
			props: { ...PAGE, caption: 'Items', items: [aListedItem('D4.4', { state })], parts: ['with'] }
		}).body;
	expect(row('withdrawn')).toContain('nobody: withdrawn');
	expect(row('accepted')).toContain('nobody: done');
});
