import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	arrangeChecklist,
	canonicalChecklist,
	checklistChanges,
	checklistInForce,
	freeChecklistCode,
	type ChecklistQuestion
} from '#lib/domain/checklists.ts';

const ask = (text: string, given: Partial<ChecklistQuestion> = {}): ChecklistQuestion => ({
	text,
	help: '',
	mandatory: true,
	...given
});
const texts = (items: readonly ChecklistQuestion[]) => items.map(({ text }) => text).join('');
const ABC = [ask('a'), ask('b'), ask('c')];

test.each([
	[{ do: 'up', at: 1 } as const, 'bac'],
	[{ do: 'up', at: 0 } as const, 'abc'],
	[{ do: 'down', at: 1 } as const, 'acb'],
	[{ do: 'down', at: 2 } as const, 'abc'],
	[{ do: 'remove', at: 0 } as const, 'bc'],
	[{ do: 'remove', at: 9 } as const, 'abc'],
	[{ do: 'add', at: 0 } as const, 'abc']
])('%o makes abc %s', (step, expected) => {
	expect(texts(arrangeChecklist(ABC, step))).toBe(expected);
});

const question = fc.record({ text: fc.string(), help: fc.string(), mandatory: fc.boolean() });
const list = fc.uniqueArray(question, { selector: ({ text }) => text, maxLength: 6 });

test('moving a question never loses or changes one', () => {
	const step = fc.record({ do: fc.constantFrom('up', 'down'), at: fc.nat(8) });
	fc.assert(
		fc.property(list, step, (items, move) => {
			const moved = arrangeChecklist(items, move);
			expect([...moved].sort(byText)).toEqual([...items].sort(byText));
		})
	);
});

test('two checklists have the same canonical text only when they are the same', () => {
	fc.assert(
		fc.property(list, list, (one, other) => {
			const isSame = JSON.stringify(one) === JSON.stringify(other);
			expect(canonicalChecklist(one) === canonicalChecklist(other)).toBe(isSame);
			expect(checklistChanges(one, other).length === 0).toBe(isSame);
		})
	);
});

test('what changed is told question by question', () => {
	const after = [ask('c'), ask('b', { help: 'Look twice', mandatory: false }), ask('d')];
	expect(checklistChanges(ABC, after)).toEqual([
		{ kind: 'changed', text: 'c', what: ['position'] },
		{ kind: 'changed', text: 'b', what: ['help', 'mandatory', 'position'] },
		{ kind: 'added', text: 'd' },
		{ kind: 'removed', text: 'a' }
	]);
});

function byText(a: ChecklistQuestion, b: ChecklistQuestion): number {
	return a.text < b.text ? -1 : 1;
}

test('a section changes what is signed; without sections the text is the one it always was', () => {
	expect(canonicalChecklist([ask('a')])).toBe('[["a","",1]]');
	expect(canonicalChecklist([ask('a', { section: '' })])).toBe('[["a","",1]]');
	expect(canonicalChecklist([ask('a', { section: 'Policies' })])).toBe('[["a","",1,"Policies"]]');
	expect(checklistChanges([ask('a')], [ask('a', { section: 'Policies' })])).toEqual([
		{ kind: 'changed', text: 'a', what: ['section'] }
	]);
});

test('a new question stands in the section of the one before it', () => {
	const added = arrangeChecklist([ask('a', { section: 'Policies' })], { do: 'add', at: 0 });
	expect(added[1]).toMatchObject({ text: '', section: 'Policies' });
});

test('of each kind the checklist published last is in force, be it a new one or a new version', () => {
	const one = (code: string, appliesTo: 'entry' | 'institution', publishedAt: string, number = 1) => ({
		code,
		appliesTo,
		latest: { number, publishedAt }
	});
	const old = one('QA-I', 'institution', '2026-01-01T00:00:00.000Z', 4);
	const recent = one('QA-I2', 'institution', '2026-02-01T00:00:00.000Z');
	const other = one('QA-E', 'entry', '2026-03-01T00:00:00.000Z');
	expect(checklistInForce([old, recent, other], 'institution')).toBe(recent);
	const again = one('QA-I', 'institution', '2026-02-02T00:00:00.000Z', 5);
	expect(checklistInForce([again, recent, other], 'institution')).toBe(again);
	expect(checklistInForce([other], 'deliverable')).toBeUndefined();
});

test('a new checklist gets a code that none has', () => {
	expect(freeChecklistCode('institution', [])).toBe('QA-I');
	expect(freeChecklistCode('institution', ['QA-I'])).toBe('QA-I2');
	expect(freeChecklistCode('institution', ['QA-I3', 'QA-D', 'QA-I', 'QA-I2'])).toBe('QA-I4');
});
