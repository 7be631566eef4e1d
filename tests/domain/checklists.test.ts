import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	arrangeChecklist,
	canonicalChecklist,
	checklistChanges,
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
