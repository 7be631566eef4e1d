import type { FactKind } from '#lib/domain/facts.ts';
import type { Origin } from '#lib/domain/origin.ts';

/** Kinds in the order in which they are shown, with their headings. */
export const FACT_SECTIONS: readonly { kind: FactKind; title: string }[] = [
	{ kind: 'objective', title: 'Goal, objectives and expected results' },
	{ kind: 'output', title: 'Named outputs' },
	{ kind: 'milestone', title: 'Reached, and treated as milestones' },
	{ kind: 'meeting', title: 'Meetings' },
	{ kind: 'event', title: 'Events and notices' },
	{ kind: 'publication', title: 'Publications' },
	{ kind: 'indicator', title: 'Indicators' },
	{ kind: 'sdg', title: 'Sustainable Development Goals' },
	{ kind: 'policy', title: 'Policy links' },
	{ kind: 'catalogue', title: 'Micro-credential catalogue' },
	{ kind: 'contact', title: 'People named in public' }
];

export const ORIGIN_TEXT = {
	entered: 'Entered',
	stated: 'Stated',
	inferred: 'Inferred',
	sample: 'Sample data'
} as const satisfies Record<Origin, string>;

const FIELDS: Record<string, string> = {
	place: 'place',
	work_package: 'work package',
	city: 'city',
	time_zone: 'time zone',
	status: 'standing',
	lead: 'lead',
	co_lead: 'second lead',
	title: 'title',
	acronym: 'acronym',
	role: 'role'
};

/** What a source speaks of, where it is not the whole record. */
export function factFieldText(field: string | null): string | null {
	return field === null ? null : (FIELDS[field] ?? field.replaceAll('_', ' '));
}

/** farabi.university */
export function siteText(url: string): string {
	return (URL.parse(url)?.hostname ?? url).replace(/^www\./, '');
}
