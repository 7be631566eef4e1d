import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Flash from '#lib/components/Flash.svelte';

test('what was done can be led to, and stays in sight wherever the page opens', () => {
	const { body } = render(Flash, { props: { kind: 'done', text: 'Sent.' } });
	expect(body).toContain('id="told"');
	expect(readFileSync('src/lib/components/Flash.svelte', 'utf8')).toContain('position: sticky');
	for (const page of ['review-actions', 'own-check-in'])
		expect(readFileSync(`src/lib/server/pages/${page}.ts`, 'utf8')).toContain('#told');
});
