import { expect, test } from 'vitest';
import { PERMISSIONS, rulesOf, type Permission } from '#lib/domain/permissions.ts';
import { ROLES } from '#lib/domain/roles.ts';
import { cell, TABLED } from './permission-table.ts';

const LETTERS = {
	any: 'a',
	country: 'c',
	'work-package': 'w',
	organisation: 'o',
	lead: 'l',
	assigned: 'i',
	granted: 'g',
	public: 'p',
	shown: 'n'
} as const;

const permissions = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS);

test('every permission stands in the table that was agreed, and no other', () => {
	expect([...TABLED].sort()).toEqual([...permissions].sort());
});

test.each(permissions)('every role holds %s as agreed', (permission) => {
	for (const role of ROLES) {
		const held = rulesOf(permission, role).map((rule) => LETTERS[rule]);
		expect([role, [...held].sort()]).toEqual([role, [...cell(permission, role)].sort()]);
	}
});
