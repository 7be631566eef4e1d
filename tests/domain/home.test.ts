import { expect, test } from 'vitest';
import {
	answersForCatalogue,
	ballOf,
	cataloguePart,
	concerns,
	dueWithin,
	homeSections,
	lateOf,
	partnerRows
} from '#lib/domain/home.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import type { ActiveGrant, Actor, Role } from '#lib/domain/roles.ts';
import { aListedItem } from '#tests/support/a-listed-item.ts';

const TODAY = '2026-06-15';

function actor(...roles: readonly (Role | ActiveGrant)[]): Actor {
	return {
		personId: 'anna',
		name: 'Anna',
		projectId: 'leslie',
		organisationId: 'koksu',
		organisationAcronym: 'KOKSU',
		country: 'KZ',
		grants: roles.map((role) =>
			typeof role === 'string' ? { id: role, role, scopeType: 'project', scopeId: null } : role
		)
	};
}

const codes = (items: readonly ListedItem[]) => items.map((one) => one.code);

test('somebody with two roles sees the sections of both, each once, the first role first', () => {
	expect(homeSections(actor('partner', 'national-coordinator'))).toEqual([
		'check-in',
		'matrix',
		'partners',
		'catalogue',
		'owed',
		'lapsed',
		'actions',
		'pack',
		'ball',
		'late',
		'due',
		'meetings',
		'changes'
	]);
	expect(homeSections(actor('observer'))).toEqual(['results', 'published', 'indicators', 'news']);
	expect(homeSections(actor('external-evaluator'))).toEqual([
		'ball',
		'granted',
		'indicators',
		'findings',
		'results',
		'news'
	]);
	expect(homeSections(actor('coordinator'))).toEqual([
		'ball',
		'late',
		'due',
		'packages',
		'matrix',
		'catalogue',
		'owed',
		'lapsed',
		'risks',
		'reviewers',
		'actions',
		'meetings',
		'changes'
	]);
	expect(homeSections(actor())).toEqual([]);
});

test('a national coordinator answers for the country and a work package leader for the package', () => {
	const kz: ActiveGrant = { id: '1', role: 'national-coordinator', scopeType: 'country', scopeId: 'KZ' };
	const wp2: ActiveGrant = { id: '2', role: 'wp-leader', scopeType: 'work-package', scopeId: 'wp2' };
	const uzbek = aListedItem('D2.1', { leadCountry: 'UZ', subject: { workPackageIds: ['wp2'] } });
	expect(concerns(actor(kz), aListedItem('D1.1'))).toBe(true);
	expect(concerns(actor(kz), uzbek)).toBe(false);
	expect(concerns(actor(wp2), uzbek)).toBe(true);
	expect(concerns(actor(wp2), aListedItem('D1.1'))).toBe(false);
});

test('of the catalogue everybody sees the part they answer for, leaders of other work packages none', () => {
	const kz: ActiveGrant = { id: '1', role: 'national-coordinator', scopeType: 'country', scopeId: 'KZ' };
	const wp2: ActiveGrant = { id: '2', role: 'wp-leader', scopeType: 'work-package', scopeId: 'wp2' };
	expect(cataloguePart(actor('coordinator', kz))).toEqual({ scopeKind: 'project', scopeCode: '' });
	expect(cataloguePart(actor(kz))).toEqual({ scopeKind: 'country', scopeCode: 'KZ' });
	expect(cataloguePart(actor('partner'))?.scopeKind).toBe('organisation');
	expect(cataloguePart(actor('qa-reviewer'))).toBeNull();
	expect(answersForCatalogue(actor(wp2), 'wp2')).toBe(true);
	expect(answersForCatalogue(actor(wp2), 'wp4')).toBe(false);
	expect(answersForCatalogue(actor(wp2), undefined)).toBe(false);
	expect(answersForCatalogue(actor(wp2, 'coordinator'), 'wp4')).toBe(true);
});

test('a reviewer answers for what they are asked to review, an observer for nothing', () => {
	const asked = aListedItem('D1.1', { subject: { assignedPersonIds: ['anna'] } });
	expect(concerns(actor('qa-reviewer'), asked)).toBe(true);
	expect(concerns(actor('qa-reviewer'), aListedItem('D1.2', { subject: {} }))).toBe(false);
	expect(concerns(actor('observer'), asked)).toBe(false);
});

test('what waits comes latest first, then what lies longest', () => {
	const waiting = [
		aListedItem('D1.1', { mine: true, holderDays: 3 }),
		aListedItem('D1.2', { mine: true, holderDays: 9 }),
		aListedItem('D1.3', { mine: true, due: '2026-06-01' }),
		aListedItem('D1.4')
	];
	expect(codes(ballOf(waiting, TODAY, 120, new Set()))).toEqual(['D1.3', 'D1.2', 'D1.1']);
});

test('a plan for next year does not wait yet, one without a day does', () => {
	const planned = (code: string, due: string | null) =>
		aListedItem(code, { mine: true, state: 'planned', due });
	const items = [planned('D1.1', '2026-10-13'), planned('D1.2', '2026-10-14'), planned('D1.3', null)];
	expect(codes(ballOf(items, TODAY, 120, new Set()))).toEqual(['D1.1', 'D1.3']);
});

test('late is what passed its day undone, and no day before', () => {
	const items = [
		aListedItem('D1.1', { due: '2026-06-15' }),
		aListedItem('D1.2', { due: '2026-06-14' }),
		aListedItem('D1.3', { due: null })
	];
	expect(codes(lateOf(items))).toEqual(['D1.2']);
});

test('what falls due within the horizon is listed by day, without what is late or has no day', () => {
	const items = [
		aListedItem('D1.1', { due: '2026-08-14' }),
		aListedItem('D1.2', { due: '2026-08-15' }),
		aListedItem('D1.3', { due: '2026-06-15' }),
		aListedItem('D1.4', { due: '2026-06-14' }),
		aListedItem('D1.5', { due: null })
	];
	expect(codes(dueWithin(items, TODAY, 60))).toEqual(['D1.3', 'D1.1']);
});

test('an organisation that leads nothing is listed with nothing, not left out', () => {
	const items = [aListedItem('D1.1', { due: '2026-06-01' }), aListedItem('D1.2', { due: '2026-07-01' })];
	const [koksu, ayu] = partnerRows(items, ['koksu', 'ayu'], TODAY, 120);
	expect(koksu).toMatchObject({ open: 2, late: 1, next: { code: 'D1.1' } });
	expect(ayu).toMatchObject({ open: 0, late: 0, holds: 0, next: null });
});
