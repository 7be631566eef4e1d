import * as v from 'valibot';
import { expect, test } from 'vitest';
import { issuesByField, typedValues, withoutSecrets } from '#lib/server/http/form.ts';

function form(...fields: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

test('a field with brackets is a list, any other holds its last value', () => {
	const data = form(['state[]', 'a'], ['state[]', 'b'], ['q', 'first'], ['q', 'last']);
	expect(typedValues(data)).toEqual({ state: ['a', 'b'], q: 'last' });
});

test('a character that PostgreSQL cannot store is dropped', () => {
	expect(typedValues(form(['name', 'An\0na']))).toEqual({ name: 'Anna' });
});

test('what was typed comes back, but never a password', () => {
	const typed = { email: 'a@b.example', password: 'x', newPasswordAgain: 'y', secret: 'z', csrfToken: 't' };
	expect(withoutSecrets(typed)).toEqual({ email: 'a@b.example' });
});

test('one sentence for each field', () => {
	const schema = v.object({
		a: v.pipe(v.string(), v.minLength(3, 'short'), v.regex(/z/, 'no z')),
		b: v.pipe(v.string(), v.nonEmpty('missing'))
	});
	const { issues = [] } = v.safeParse(schema, { a: 'x', b: '' });
	expect(issuesByField(issues)).toEqual({ a: 'short', b: 'missing' });
});
