import { expect, test } from 'vitest';
import { passwordBlocks } from '#lib/domain/passwords.ts';

const person = { email: 'aigerim.s@university.example', name: 'Aigerim Sadykova' };
const codes = (password: string) => passwordBlocks(password, person).map((reason) => reason.code);

test.each([
	['steppe lantern', []],
	['қоңыр дала жел', []],
	['short', ['password-too-short']],
	['elevenchars', ['password-too-short']],
	['aaaaaaaaaaaa', ['password-too-plain']],
	['abababababab', ['password-too-plain']],
	['Aigerim.S@University.example', ['password-is-yours']],
	['AigerimSadykova', ['password-is-yours']],
	['aigerim  sadykova', ['password-is-yours']],
	['ab cd ef '.repeat(23), ['password-too-long']]
])('%j: %j', (password, expected) => {
	expect(codes(password)).toEqual(expected);
});

test('twelve characters are counted as people see them, not as bytes', () => {
	expect(codes('😀🐎🐫🌾🏔🌊🔥⭐🌙🌲🍎🎻')).toEqual([]);
});
