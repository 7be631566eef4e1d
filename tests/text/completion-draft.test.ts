import { expect, test } from 'vitest';
import { completionDraft, type CompletionFacts } from '#lib/text/completion-draft.ts';

const FACTS: CompletionFacts = {
	number: 4,
	title: 'SLM micro-credentials',
	period: { number: 2, startsOn: '2025-06-01', endsOn: '2026-11-30' },
	outputs: [],
	texts: [],
	open: [],
	coverage: null,
	asOf: '2026-06-15'
};

test('a draft says what was accepted, who did what, what is open and how many reports it rests on', () => {
	const text = completionDraft({
		...FACTS,
		outputs: [{ code: 'D4.3', title: 'Catalogue', result: 'accepted', on: '2026-06-10' }],
		texts: [{ acronym: 'KOKSU', periodStartsOn: '2026-05-01', text: ' Two  workshops\nwere held. ' }],
		open: [{ name: 'D4.4', text: '46 days late' }],
		coverage: { asked: 14, counted: 11, nil: 2, notApplicable: 0, missing: 1 }
	});
	expect(text).toContain('D4.3 Catalogue: accepted on 10 Jun 2026.');
	expect(text).toContain('KOKSU, May 2026: Two workshops were held.');
	expect(text).toContain('D4.4: 46 days late.');
	expect(text).toContain('13 of 14 reported, 2 nil, 1 silent');
});

test('what nobody reported is said, and never left out', () => {
	const text = completionDraft(FACTS);
	expect(text).toContain('Nothing was accepted, submitted or achieved in this period.');
	expect(text).toContain('No accepted check-in says anything of this work package.');
});
