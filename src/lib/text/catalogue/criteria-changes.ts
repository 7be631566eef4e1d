import type { CriteriaChange } from '#lib/domain/catalogue/criteria-changes.ts';
import type { CriteriaPreview } from '#lib/domain/catalogue/criteria-preview.ts';
import type { Check } from '#lib/domain/catalogue/criteria.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { checkText } from './criteria.ts';
import { ELEMENT_WORDS } from './elements.ts';

/** What a version changed, one sentence for each element. */
export function criteriaChangeText(change: CriteriaChange): string {
	switch (change.kind) {
		case 'added':
			return `${ELEMENT_WORDS[change.rule.element].label} is asked for, with weight ${change.rule.weight}${unless(change.rule.checks)}.`;
		case 'removed':
			return `${ELEMENT_WORDS[change.rule.element].label} is no longer asked for.`;
		case 'reordered':
			return 'The elements stand in another order.';
		case 'changed': {
			const { weight, mayBeNotApplicable, checksAdded, checksRemoved, why } = change;
			const parts = [
				...(weight ? [`weight ${weight.to} instead of ${weight.from}`] : []),
				...checksAdded.map((check) => `now weak unless ${checkText(check)}`),
				...checksRemoved.map((check) => `no longer asked that ${checkText(check)}`),
				...(mayBeNotApplicable === true ? ['may be left out with a reason'] : []),
				...(mayBeNotApplicable === false ? ['may no longer be left out with a reason'] : []),
				...(why ? ['another reason is given for it'] : [])
			];
			const rest = parts.length > 0 ? parts.join('; ') : 'its checks stand in another order';
			return `${ELEMENT_WORDS[change.element].label}: ${rest}.`;
		}
	}
}

function unless(checks: readonly Check[]): string {
	return checks.length === 0 ? '' : `; weak unless ${checks.map(checkText).join(', ')}`;
}

const NAMED = 8;

/** What a new version would change, before it is published. */
export function criteriaPreviewSentences(preview: CriteriaPreview): Sentence[] {
	const { entries, meetBefore, meetAfter, newlyFailing, elements } = preview;
	if (entries === 0) return [{ text: 'No entry is asked for this profile yet.', next: null }];
	const verb = newlyFailing === 1 ? 'entry that meets' : 'entries that meet';
	return [
		{
			text: `${meetAfter} of ${entries} entries would meet it; ${meetBefore} meet the version in force.`,
			next:
				newlyFailing === 0
					? 'No entry that meets the version in force would fail this one.'
					: `${newlyFailing} ${verb} the version in force would fail this one, once it counts.`
		},
		...elements.map(({ element, codes }) => ({
			text: `${ELEMENT_WORDS[element].label}: newly open in ${codes.length === 1 ? '1 entry' : `${codes.length} entries`}.`,
			next: `${codes.slice(0, NAMED).join(', ')}${codes.length > NAMED ? ` and ${codes.length - NAMED} more` : ''}`
		}))
	];
}
