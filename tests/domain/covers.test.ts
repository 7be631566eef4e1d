import { expect, test } from 'vitest';
import { canonicalClaim, canonicalReview } from '#lib/domain/covers.ts';

const file = (name: string, sha256: string, main = false) => ({ name, sha256, main });
const checklist = { code: 'QA-D', version: 1, sha256: 'c' };

test('the same files in another order are the same thing to sign', () => {
	const [a, b] = [file('a.pdf', '1', true), file('b.pdf', '2')];
	expect(canonicalReview({ files: [b, a], checklist })).toBe(canonicalReview({ files: [a, b], checklist }));
});

test('another byte, name, main file or checklist is another thing to sign', () => {
	const text = canonicalReview({ files: [file('a.pdf', '1', true)], checklist });
	expect(canonicalReview({ files: [file('a.pdf', '2', true)], checklist })).not.toBe(text);
	expect(canonicalReview({ files: [file('b.pdf', '1', true)], checklist })).not.toBe(text);
	expect(canonicalReview({ files: [file('a.pdf', '1')], checklist })).not.toBe(text);
	const newer = { ...checklist, version: 2 };
	expect(canonicalReview({ files: [file('a.pdf', '1', true)], checklist: newer })).not.toBe(text);
});

test('a verifier signs the day claimed and the evidence, and neither can change behind the signature', () => {
	const means = [{ position: 1, text: 'Minutes', evidence: [{ name: 'minutes.pdf', proof: '1' }] }];
	const text = canonicalClaim({ achievedOn: '2026-06-05', means });
	expect(canonicalClaim({ achievedOn: '2026-06-05', means: structuredClone(means) })).toBe(text);
	expect(canonicalClaim({ achievedOn: '2026-06-04', means })).not.toBe(text);
	expect(
		canonicalClaim({ achievedOn: '2026-06-05', means: [{ position: 1, text: 'Minutes', evidence: [] }] })
	).not.toBe(text);
});
