import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import EntryGaps from '#lib/components/catalogue/EntryGaps.svelte';

const grading = { element: 'grading', standing: 'missing', reasons: [] } as const;

test('an entry says what it meets, and on how many points it fails the version that comes', () => {
	const core = { code: 'eu-core', title: 'EU core', number: 1, complete: 9, applicable: 9, open: [] };
	const coming = { number: 2, graceUntilOn: '2026-09-30', open: [grading] };
	const { body } = render(EntryGaps, { props: { profiles: [{ ...core, coming }] } });
	const text = body.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
	expect(text).toContain('meets v1, fails v2 on 1 point, which counts after 30 Sep 2026. It asks for more:');
	expect(text).toContain('Grading');
	const alone = render(EntryGaps, { props: { profiles: [{ ...core, coming: null }] } });
	expect(alone.body).not.toContain('fails v');
});
