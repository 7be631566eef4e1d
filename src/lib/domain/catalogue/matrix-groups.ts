import type { MatrixGroup } from './matrix-filter.ts';

/** Entries of one owner, theme and state, counted. */
export interface GroupFacts {
	ownerId: string;
	ownerCode: string;
	ownerAcronym: string;
	country: string;
	theme: string | null;
	themeTitle: string | null;
	state: string;
	found: number;
}

export interface Group {
	/** What tells it apart: a country, the code of an organisation, of a theme, or a state; empty where there is none. */
	key: string;
	/** Its name where it has one of its own; otherwise the code is named by whoever shows it. */
	name: string | null;
	found: number;
}

type Grouped = Pick<GroupFacts, 'ownerCode' | 'country' | 'theme' | 'state'>;

const KEY: Record<MatrixGroup, (one: Grouped) => string> = {
	country: (one) => one.country,
	partner: (one) => one.ownerCode,
	theme: (one) => one.theme ?? '',
	state: (one) => one.state,
	none: () => ''
};

const NAME: Record<MatrixGroup, (one: GroupFacts) => string | null> = {
	country: () => null,
	partner: (one) => one.ownerAcronym,
	theme: (one) => one.themeTitle,
	state: () => null,
	none: () => null
};

/** The group that an entry belongs to. */
export function groupKey(group: MatrixGroup, entry: Grouped): string {
	return KEY[group](entry);
}

/** The groups with entries that fit, each with their number; states in the order of the way. */
export function groupsOf(
	facts: readonly GroupFacts[],
	group: MatrixGroup,
	states: readonly string[]
): Group[] {
	const groups = new Map<string, Group>();
	for (const one of facts) {
		const key = KEY[group](one);
		const kept = groups.get(key);
		groups.set(key, { key, name: NAME[group](one), found: (kept?.found ?? 0) + one.found });
	}
	const found = [...groups.values()].filter((one) => one.found > 0);
	if (group !== 'state') return found;
	return found.sort((a, b) => states.indexOf(a.key) - states.indexOf(b.key));
}

interface Choice {
	value: string;
	label: string;
}

function distinct(choices: readonly Choice[]): Choice[] {
	return [...new Map(choices.map((one) => [one.value, one])).values()];
}

/** What the filters of the matrix offer: only what some entry has, and one's own organisation. */
export function choicesOf(
	facts: readonly GroupFacts[],
	profiles: readonly { code: string; title: string }[],
	own: { organisationId: string; organisationAcronym: string }
) {
	const owners = facts.map((one) => ({ value: one.ownerCode, label: one.ownerAcronym }));
	const isOwner = facts.some((one) => one.ownerId === own.organisationId);
	const self = { value: own.organisationId, label: own.organisationAcronym };
	return {
		countries: [...new Set(facts.map((one) => one.country))].sort(),
		organisations: distinct(isOwner ? owners : [...owners, self]),
		themes: distinct(
			facts.flatMap(({ theme, themeTitle }) =>
				theme === null ? [] : [{ value: theme, label: themeTitle ?? theme }]
			)
		),
		profiles: profiles.map(({ code, title }) => ({ value: code, label: title }))
	};
}
