import { expect, test } from 'vitest';
import { sheetRows } from '#lib/domain/meetings/sign-in-sheet.ts';

const UPV = { organisation: 'UPV', name: '', isOrganisation: true };
const KAZNU = { organisation: 'KazNU', name: '', isOrganisation: true };
const AIGERIM = { organisation: 'KazNU', name: 'Aigerim', isOrganisation: false };
const GUEST = { organisation: 'NEO', name: 'Jo', isOrganisation: false };

test('the sheet has a row for each person, one for an organisation that named nobody, and some to spare', () => {
	const rows = sheetRows([UPV, KAZNU, AIGERIM, GUEST]);
	expect(rows.slice(0, 3)).toEqual([
		{ organisation: 'UPV', name: '' },
		{ organisation: 'KazNU', name: 'Aigerim' },
		{ organisation: 'NEO', name: 'Jo' }
	]);
	const spare = rows.slice(3);
	expect(spare.length).toBeGreaterThan(0);
	expect(spare.every(({ organisation, name }) => organisation === '' && name === '')).toBe(true);
});
