import { isSideState, stepIndex, type Algorithm } from './algorithm.ts';

export type AlgorithmReason =
	| { code: 'step-holds-entries'; state: string; entries: readonly string[]; count: number }
	| { code: 'target-counts-state'; state: string; targets: readonly string[] }
	| { code: 'algorithm-state-unknown'; part: StatePart; state: string }
	| { code: 'step-repeated'; state: string }
	| { code: 'step-name-taken'; state: string }
	| { code: 'return-after-signing'; title: string; signed: string }
	| { code: 'hours-reversed'; min: number; max: number }
	| { code: 'record-repeated'; title: string; name: string }
	| { code: 'elements-unnamed'; title: string }
	| { code: 'algorithm-profile-unknown'; title: string; profile: string }
	| { code: 'first-step-not-author'; title: string };

/** Rules of the algorithm that name one of its steps. */
export const STATE_PARTS = ['returnTo', 'inCatalogueFrom', 'implementedFrom', 'publicFrom'] as const;
export type StatePart = (typeof STATE_PARTS)[number];

/** What of the project rests on the states that the present algorithm has. */
export interface AlgorithmUse {
	/** Codes of the entries in a state, or on hold from it. */
	entries: readonly { code: string; state: string }[];
	targets: readonly { title: string; state: string }[];
	profiles: readonly string[];
}

const MOST_NAMED = 5;

/** Why a version cannot be published: every contradiction in it, and everything that would be left in no state. */
export function algorithmBlocks(algorithm: Algorithm, use: AlgorithmUse): AlgorithmReason[] {
	const { steps } = algorithm;
	const states = steps.map(({ state }) => state);
	const gone = (state: string) => !states.includes(state) && !isSideState(state);
	const byState = Map.groupBy(
		use.entries.filter((one) => gone(one.state)),
		(one) => one.state
	);
	const targets = Map.groupBy(
		use.targets.filter((one) => gone(one.state)),
		(one) => one.state
	);
	return [
		...[...byState].map(([state, entries]) => {
			const codes = entries.map(({ code }) => code);
			return {
				code: 'step-holds-entries',
				state,
				entries: codes.slice(0, MOST_NAMED),
				count: codes.length
			} as const;
		}),
		...[...targets].map(
			([state, some]) =>
				({ code: 'target-counts-state', state, targets: some.map(({ title }) => title) }) as const
		),
		...STATE_PARTS.filter((part) => !states.includes(algorithm[part])).map(
			(part) => ({ code: 'algorithm-state-unknown', part, state: algorithm[part] }) as const
		),
		...[...new Set(states.filter((state, index) => states.indexOf(state) < index))].map(
			(state) => ({ code: 'step-repeated', state }) as const
		),
		...states.filter(isSideState).map((state) => ({ code: 'step-name-taken', state }) as const),
		...orderBlocks(algorithm),
		...partBlocks(algorithm, use.profiles)
	];
}

function orderBlocks(algorithm: Algorithm): AlgorithmReason[] {
	const { steps, hoursPerCredit } = algorithm;
	const [first] = steps;
	const signed = steps.find(({ actor }) => actor === 'reviewer' || actor === 'officer');
	const back = steps[stepIndex(algorithm, algorithm.returnTo)];
	const isAfter = signed && back && steps.indexOf(back) >= steps.indexOf(signed);
	return [
		...(first && first.actor !== 'author'
			? [{ code: 'first-step-not-author', title: first.title } as const]
			: []),
		...(isAfter ? [{ code: 'return-after-signing', title: back.title, signed: signed.title } as const] : []),
		...(hoursPerCredit.min > hoursPerCredit.max
			? [{ code: 'hours-reversed', ...hoursPerCredit } as const]
			: [])
	];
}

function partBlocks({ steps }: Algorithm, profiles: readonly string[]): AlgorithmReason[] {
	return steps.flatMap(({ title, requires, record }): AlgorithmReason[] => {
		const names = record.map(({ name }) => name);
		return [
			...[...new Set(names.filter((name, index) => names.indexOf(name) < index))].map(
				(name) => ({ code: 'record-repeated', title, name }) as const
			),
			...requires.flatMap((one): AlgorithmReason[] => {
				if (one.kind === 'elements' && one.elements.length === 0)
					return [{ code: 'elements-unnamed', title }];
				return one.kind === 'profile' && !profiles.includes(one.profile)
					? [{ code: 'algorithm-profile-unknown', title, profile: one.profile }]
					: [];
			})
		];
	});
}
