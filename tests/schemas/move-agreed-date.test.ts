import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MoveAgreedDateSchema } from '#lib/schemas/dates.ts';

const move = {
	itemId: '01890a5d-ac96-774b-bcce-b302099a8057',
	version: '3',
	toOn: '2026-07-10',
	reasonText: ''
};

test.each([
	[{ decision: 'DEC-004' }, 'DEC-004'],
	[{ decision: 'DEC-004', reference: 'item 3' }, 'DEC-004: item 3'],
	[{ reference: 'the officer’s message of 3 June' }, 'the officer’s message of 3 June'],
	[{ decision: '', reference: 'DEC-004' }, 'DEC-004']
])('an agreed date moves by a decision chosen or another reference: %o', (given, reference) => {
	expect(v.parse(MoveAgreedDateSchema, { ...move, ...given })).toMatchObject({ reference });
});

test('without a decision and another reference it is refused at that field', () => {
	const { issues } = v.safeParse(MoveAgreedDateSchema, { ...move, decision: '', reference: ' ' });
	expect(issues?.map((issue) => v.getDotPath(issue))).toEqual(['reference']);
});
