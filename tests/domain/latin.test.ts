import { expect, test } from 'vitest';
import { fold } from '#lib/domain/fold.ts';
import { inAnyScript, latin, wordsInAnyScript } from '#lib/domain/latin.ts';

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
	expect(latin(fold(one))).toBe(latin(fold(other)));
});

test('different words stay different', () => {
	expect(latin(fold('вода'))).not.toBe(latin(fold('почва')));
	expect(latin(fold('water'))).not.toBe(latin(fold('waste')));
});

test.each(['Қазақ жері', 'qazaq', 'Kazakh', 'ҚАЗАҚ', 'казак жери'])('a record is found by %s', (typed) => {
	const stored = inAnyScript(fold('Қазақ жері мен суы'));
	expect(wordsInAnyScript(typed).every((word) => stored.includes(word))).toBe(true);
});

test('what is looked for carries no wildcard, and nothing finds everything', () => {
	expect(wordsInAnyScript('50% _of \\ ь')).toEqual(['50', 'of']);
	expect(wordsInAnyScript('  ')).toEqual([]);
});
