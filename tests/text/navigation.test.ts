import { expect, test } from 'vitest';
import type { Actor, Role } from '#lib/domain/roles.ts';
import { navigationFor } from '#lib/text/navigation.ts';

function pagesOf(role: Role): string[] {
	return linksOf(role, '/leslie').map(({ label }) => label);
}

function linksOf(role: Role, pathname: string) {
	const actor: Actor = {
		...{ personId: 'anna', name: 'Anna', projectId: 'leslie', organisationId: 'koksu' },
		...{ organisationAcronym: 'KOKSU', country: 'KZ' },
		grants: [{ id: '1', role, scopeType: 'project', scopeId: null }]
	};
	return navigationFor(actor, 'leslie', pathname).flatMap(({ links }) => links);
}

test.each(['coordinator', 'national-coordinator', 'partner'] as const)(
	'a %s who reports for an organisation finds the check-in',
	(role) => {
		expect(pagesOf(role)).toEqual(expect.arrayContaining(['Check-in', 'Progress']));
	}
);

test.each(['external-evaluator', 'qa-lead', 'qa-reviewer', 'wp-leader'] as const)(
	'a %s who only reads what others reported finds it under progress',
	(role) => {
		expect(pagesOf(role)).toContain('Progress');
		expect(pagesOf(role)).not.toContain('Check-in');
	}
);

test('who sees only what is published finds the public catalogue, and nobody finds it beside the whole', () => {
	expect(pagesOf('observer')).toContain('Public catalogue');
	expect(pagesOf('observer')).not.toContain('Catalogue');
	for (const role of ['coordinator', 'partner', 'external-evaluator'] as const)
		expect(pagesOf(role)).not.toContain('Public catalogue');
});

test.each([
	['/leslie', 'Home'],
	['/leslie/progress', 'Progress'],
	['/leslie/progress/payment/2', 'Payment readiness'],
	['/leslie/deliverables/D4.2', 'Deliverables']
])('at %s one page of the menu is the present one: %s', (pathname, label) => {
	const current = linksOf('coordinator', pathname).filter((link) => link.current);
	expect(current.map((link) => link.label)).toEqual([label]);
});
