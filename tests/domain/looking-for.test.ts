import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#lib/domain/fold.ts';
import { lookingFor } from '#lib/domain/latin.ts';

test.each([
	['Қазақ жері', 'қазақ', 'КАЗАК', 'Qazaq', 'Kazakh', 'Казах'],
	['Әсем Төлегенова', 'әсем', 'Асем', 'Asem Tolegenova', 'Äsem', 'төлегенова әсем'],
	['Ахметов Данияр', 'Akhmetov', 'Ahmetov', 'Axmetov', 'Daniyar', 'Daniar'],
	['Жанар Сәрсенова', 'Zhanar', 'Janar', 'Жанар', 'Sarsenova', 'zh'],
	['O‘ktam Hamidov', "O'ktam", 'Oʻktam', 'oktam', 'Ўктам', 'Ҳамидов', 'Хамидов'],
	["Yo'ldoshev Bekzod", 'Yoʻldoshev', 'Йўлдошев', 'Бекзод'],
	['Gʻulom Toʻrayev', "G'ulom", 'Ғулом', 'Тўраев', 'Toraev'],
	['Шаҳноза Мирзаева', 'Shahnoza', 'Шахноза', 'Mirzayeva', 'Mirzaeva'],
	['Юлия Дмитриева', 'Yuliya', 'Yulia', 'Iuliia', 'Dmitrieva', 'Dmitriyeva'],
	['Μαρία Χρίστου', 'Μαρια', 'ΧΡΙΣΤΟΥ', 'Maria', 'Christou', 'Khristou'],
	['Δημήτρης Παπαδόπουλος', 'Dimitris', 'Papadopoulos', 'δημητρης'],
	['Andreas Georgiou', 'Γεωργίου', 'Ανδρέας'.slice(0, 2), 'GEORGIOU'],
	['Marqués, Elena', 'Marques', 'Елена', 'MARQUÉS elena'],
	['Università di Cassino', 'universita', 'Кассино'],
	['D4.2 Implementation algorithm', 'алгоритм', 'd4.2', 'ALGORITHM'],
	['Θεοδώρα', 'Theodora', 'Теодора']
])('%s is found however it is typed', (name, ...typed) => {
	expect(typed.filter((q) => !lookingFor(q)(fold(name)))).toEqual([]);
});

test.each([
	['Soil and water', 'wind'],
	['Әсем Төлегенова', 'Aigerim'],
	['D4.2 Implementation algorithm', 'D4.3'],
	['Вода', 'почва']
])('%s is not found by %s', (name, typed) => {
	expect(lookingFor(typed)(fold(name))).toBe(false);
});

test('whatever stands in a text is found as it stands there', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, sought) => {
			expect(lookingFor(sought)(fold(`${before} ${sought}`))).toBe(true);
		})
	);
});

test('nothing typed finds everything', () => {
	expect(lookingFor('  ')(fold('Вода'))).toBe(true);
});
