import { expect, test } from 'vitest';
import { parsedOnce } from '#lib/schemas/parsed-once.ts';

test('the same settings are read once, and nobody changes what others read', () => {
	const read: string[] = [];
	const parse = parsedOnce((text) => {
		read.push(text);
		return { parts: text.split(',') };
	});
	expect(parse('a,b')).toBe(parse('a,b'));
	expect(parse('c')).toEqual({ parts: ['c'] });
	expect(read).toEqual(['a,b', 'c']);
	expect(() => parse('a,b').parts.push('d')).toThrow(TypeError);
});
