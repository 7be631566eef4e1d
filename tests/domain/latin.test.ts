import { expect, test } from 'vitest';
import { fold } from '#lib/domain/fold.ts';
import { formsInAnyScript, inAnyScript, lookingFor } from '#lib/domain/latin.ts';

test.each([
	['Қазақ', 'Qazaq'],
	['Қазақ', 'Kazakh'],
	['Казахстан', 'Kazakhstan'],
	['Топырақтың тұздануы', 'Topyraqtyñ tuzdanuy'],
	['Ташкент', 'Tashkent'],
	['Бухара', 'Bukhara'],
	['Узбекистан', 'Uzbekistan'],
	['Πανεπιστήμιο', 'Panepistimio'],
	['Soil', 'SOIL']
])('%s is found as %s', (one, other) => {
	expect(lookingFor(one)(fold(other))).toBe(true);
	expect(lookingFor(other)(fold(one))).toBe(true);
});

test('different words stay different', () => {
	expect(lookingFor('вода')(fold('почва'))).toBe(false);
	expect(lookingFor('water')(fold('waste'))).toBe(false);
});

function isFound(typed: string, text: string): boolean {
	const stored = inAnyScript(fold(text));
	return formsInAnyScript(typed).every((forms) => forms.some((form) => stored.includes(form)));
}

test.each(['Қазақ жері', 'qazaq', 'Kazakh', 'ҚАЗАҚ', 'казак жери'])('a record is found by %s', (typed) => {
	expect(isFound(typed, 'Қазақ жері мен суы')).toBe(true);
});

test.each([
	['Khamidov', 'Ҳамидов'],
	['Hamidov', 'Ҳамидов'],
	['ecologi', 'Ecological restoration'],
	['b', 'Tambov']
])('by %s and by what is typed of it a record of %s is found', (typed, text) => {
	expect(isFound(typed, text)).toBe(true);
});

test('what is looked for carries no wildcard, and nothing finds everything', () => {
	expect(formsInAnyScript('50% _of \\')).toEqual([['50'], ['of', 'uf']]);
	expect(formsInAnyScript('  ')).toEqual([]);
});
