import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnPath } from '#lib/domain/return-path.ts';

test.each([
	'/',
	'/leslie',
	'/leslie/deliverables?state=planned&sort=due#D4.2',
	'/leslie/D4.2',
	'/?next=//evil.example'
])('%s is a way back', (path) => {
	expect(returnPath(path)).toBe(path);
});

test.each([
	null,
	undefined,
	'',
	'leslie',
	'https://evil.example',
	'//evil.example',
	'///evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'/leslie\r\nSet-Cookie: a=b',
	'/\u0000',
	'/a//evil.example',
	'/..//evil.example',
	'/.//evil.example',
	'/%2e%2e/evil',
	' /leslie',
	'javascript:alert(1)',
	'data:text/html,x',
	`/${'a'.repeat(3000)}`
])('%j leads nowhere', (path) => {
	expect(returnPath(path)).toBeNull();
});

test('whatever is accepted stays on this site', () => {
	const unit = fc.constantFrom('/', '\\', '.', ':', '@', '%', '2', 'e', '\t', ' ', 'a', '?', '#');
	const nasty = fc.string({ unit });
	fc.assert(
		fc.property(fc.oneof(nasty, fc.string(), fc.webUrl()), (text) => {
			for (const candidate of [text, `/${text}`, `//${text}`]) {
				const path = returnPath(candidate);
				if (path !== null) expect(new URL(path, 'https://desk.example').origin).toBe('https://desk.example');
			}
		}),
		{ numRuns: 2000 }
	);
});
