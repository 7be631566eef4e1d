import { expect, test } from 'vitest';
import { fold } from '#lib/domain/fold.ts';
import { latin } from '#lib/domain/latin.ts';

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
