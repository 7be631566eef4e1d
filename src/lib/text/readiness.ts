import type { ReadinessBlock, ReadinessVerdict } from '#lib/domain/readiness.ts';

export const READINESS_TEXT = {
	ready: { label: 'Can be declared complete', tone: 'good', shape: 'check' },
	blocked: { label: 'Not complete yet', tone: 'waiting', shape: 'half' },
	unknown: { label: 'Nothing planned', tone: 'neutral', shape: 'broken' }
} as const satisfies Record<ReadinessVerdict, { label: string; tone: string; shape: string }>;

/** What each of the two verdicts on a work package speaks of, so that two numbers do not look like a contradiction. */
export const READINESS_SCOPE_TEXT = {
	whole: { word: 'Whole', about: 'everything it promised until its end' },
	period: { word: 'Period', about: 'only what the reporting period asks for' }
} as const;

/** Not complete yet, 3 open: what is merely still to come does not block. */
export function readinessText(verdict: ReadinessVerdict, open: number): string {
	if (verdict !== 'blocked') return READINESS_TEXT[verdict].label;
	return `${READINESS_TEXT.blocked.label}, ${open} open`;
}

/** What still blocks, after the item's own code; states come in words. */
export function readinessBlockText(block: ReadinessBlock, state: string): string {
	switch (block.code) {
		case 'deliverable-not-accepted':
			return `not accepted yet: ${state}`;
		case 'milestone-not-verified':
			return `not verified: ${state}`;
		case 'evidence-missing':
			return `${block.missing} of ${block.of} means of verification without evidence`;
		case 'risk-open':
			return `risk still open: ${state}`;
	}
}
