import { expect, test } from 'vitest';
import { becameOf, type Outcome } from '#lib/domain/meetings/became.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';

const TODAY = '2026-06-15';

function who(role: Role): Actor {
	return {
		personId: 'somebody',
		name: 'Somebody',
		projectId: 'p',
		organisationId: 'o',
		organisationAcronym: 'ORG',
		country: 'KZ',
		grants: [{ id: 'g', role, scopeType: 'project', scopeId: null }]
	};
}

const NOTHING: Outcome = {
	agendaItemId: 'point',
	kind: 'information',
	text: '',
	minutesState: 'locked',
	decisionCode: null,
	decisionTitle: null,
	urgent: null,
	effectiveOn: null,
	level: null,
	decisionOrigin: null,
	actionCode: null,
	actionTitle: null,
	actionState: null,
	dueOn: null,
	actionOrigin: null,
	organisation: null,
	laterUrgent: null,
	laterOrigin: null,
	laterEffectiveOn: null,
	laterMinutesState: null
};
const note: Outcome = { ...NOTHING, text: 'Gaps were named' };
const decision: Outcome = {
	...NOTHING,
	kind: 'decision',
	decisionCode: 'DEC-001',
	decisionTitle: 'Go on',
	urgent: 0,
	level: 'PU',
	decisionOrigin: 'entered'
};
const action = (code: string, state: string): Outcome => ({
	...NOTHING,
	kind: 'action',
	actionCode: code,
	actionTitle: 'Fill the gaps of one named university',
	actionState: state,
	actionOrigin: 'sample',
	organisation: 'KOKSU'
});
const all = [note, decision, action('A-001', 'verified'), action('A-002', 'blocked')];

test('a partner sees what was noted, decided and is to do, each with where it stands', () => {
	const became = becameOf(who('partner'), all, { readsMinutes: true, today: TODAY });
	expect(became.information).toEqual(['Gaps were named']);
	expect(became.decisions).toMatchObject([{ code: 'DEC-001', standing: 'in-force' }]);
	expect(became.actions.map(({ code, state }) => [code, state])).toEqual([
		['A-001', 'verified'],
		['A-002', 'blocked']
	]);
	expect(became.counted).toBeNull();
});

test('an observer sees how many actions are verified, and nothing of their words or owners', () => {
	const became = becameOf(who('observer'), all, { readsMinutes: true, today: TODAY });
	expect(became.counted).toEqual({ actions: 2, verified: 1, isSample: true });
	expect(JSON.stringify(became)).not.toMatch(/A-00|university|KOKSU/);
});

const hidden: [string, Partial<Outcome>][] = [
	['a sensitive decision', { level: 'SEN' }],
	['a decision of minutes that are not approved', { minutesState: 'circulated' }],
	['a decision before its day', { effectiveOn: '2026-06-16' }]
];
test.each(hidden)('%s is not told to an observer', (_, given) => {
	const sight = { readsMinutes: true, today: TODAY };
	expect(becameOf(who('observer'), [{ ...decision, ...given }], sight).decisions).toEqual([]);
	expect(becameOf(who('partner'), [{ ...decision, ...given }], sight).decisions).toHaveLength(1);
});

test('a decision that a later one superseded is not told as in force', () => {
	const superseded = { ...decision, laterUrgent: 1, laterOrigin: 'entered' as const };
	const became = becameOf(who('partner'), [superseded], { readsMinutes: true, today: TODAY });
	expect(became.decisions).toMatchObject([{ standing: 'superseded' }]);
});

test('what a public source states as decided counts without minutes of ours', () => {
	const stated = { ...decision, decisionOrigin: 'stated' as const, minutesState: 'draft' as const };
	const became = becameOf(who('observer'), [stated], { readsMinutes: false, today: TODAY });
	expect(became.decisions).toMatchObject([{ standing: 'in-force' }]);
});

test('who may not read the minutes is not told what they note', () => {
	const became = becameOf(who('observer'), all, { readsMinutes: false, today: TODAY });
	expect(became.information).toEqual([]);
});
