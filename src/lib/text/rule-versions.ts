import type { RuleKind } from '#lib/domain/rule-versions.ts';

interface Version {
	kind: RuleKind;
	code: string;
	title: string;
	number: number;
}

const KIND_TEXT: Record<RuleKind, string> = {
	checklist: 'Checklist',
	criteria: 'Criteria',
	'quality-plan': 'Quality plan'
};

export function ruleText({ kind, title }: Version): string {
	return title === '' ? KIND_TEXT[kind] : `${KIND_TEXT[kind]}: ${title}`;
}

/** Where a version is held against the one before it. */
export function ruleHref(slug: string, { kind, code, number }: Version): string {
	switch (kind) {
		case 'checklist':
			return `/${slug}/quality-plan?versions=${code}#checklist-${code}`;
		case 'criteria':
			return `/${slug}/catalogue/criteria/${code}#versions`;
		case 'quality-plan':
			return `/${slug}/quality-plan?from=${number - 1}&to=${number}#versions`;
	}
}
