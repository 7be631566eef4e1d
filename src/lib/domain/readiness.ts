/** What of a work package decides whether it may be declared complete in a lump-sum grant. */
export interface ReadinessFacts {
	deliverables: readonly { code: string; state: string }[];
	milestones: readonly {
		code: string;
		state: string;
		/** Means of verification, and how many of them have evidence that stands. */
		means: number;
		meansWithEvidence: number;
	}[];
	risks: readonly { number: number; state: string }[];
}

export type ReadinessBlock =
	| { code: 'deliverable-not-accepted'; item: string; state: string }
	| { code: 'milestone-not-verified'; item: string; state: string }
	| { code: 'evidence-missing'; item: string; missing: number; of: number }
	| { code: 'risk-open'; number: number; state: string };

/** `unknown`: nothing is planned in it, which must not look like ready. */
export type ReadinessVerdict = 'ready' | 'blocked' | 'unknown';

export interface Readiness {
	verdict: ReadinessVerdict;
	blocks: readonly ReadinessBlock[];
}

export const LEFT_THE_PLAN: readonly string[] = ['withdrawn', 'merged', 'replaced', 'deferred'];
const VERIFIED: readonly string[] = ['verified', 'declared'];
export const RISK_OVER: readonly string[] = ['handled', 'closed'];

export function isVerified(state: string): boolean {
	return VERIFIED.includes(state);
}

/** How many items and risks are open: several reasons for one count once. */
export function countOpen(blocks: readonly ReadinessBlock[]): number {
	return new Set(blocks.map((block) => ('number' in block ? `R${block.number}` : block.item))).size;
}

/** Every deliverable accepted, every milestone verified with its evidence present, no risk open. */
export function readiness(facts: ReadinessFacts): Readiness {
	const deliverables = facts.deliverables.filter(({ state }) => !LEFT_THE_PLAN.includes(state));
	const milestones = facts.milestones.filter(({ state }) => !LEFT_THE_PLAN.includes(state));
	const blocks: ReadinessBlock[] = [
		...deliverables
			.filter(({ state }) => state !== 'accepted')
			.map(({ code: item, state }) => ({ code: 'deliverable-not-accepted' as const, item, state })),
		...milestones
			.filter(({ state }) => !isVerified(state))
			.map(({ code: item, state }) => ({ code: 'milestone-not-verified' as const, item, state })),
		...milestones
			.filter(({ means, meansWithEvidence }) => meansWithEvidence < means)
			.map(({ code: item, means, meansWithEvidence }) => ({
				code: 'evidence-missing' as const,
				item,
				missing: means - meansWithEvidence,
				of: means
			})),
		...facts.risks
			.filter(({ state }) => !RISK_OVER.includes(state))
			.map(({ number, state }) => ({ code: 'risk-open' as const, number, state }))
	];
	const isEmpty = deliverables.length + milestones.length === 0;
	return { verdict: isEmpty ? 'unknown' : blocks.length > 0 ? 'blocked' : 'ready', blocks };
}
