import { expect, test } from 'vitest';
import { criteriaChanges } from '#lib/domain/catalogue/criteria-changes.ts';
import type { CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import { criteriaChangeText } from '#lib/text/catalogue/criteria-changes.ts';

const title: CriteriaRule = {
	element: 'title',
	weight: 1,
	mayBeNotApplicable: false,
	checks: [{ kind: 'languages', languages: ['en'] }],
	why: 'Found by it'
};
const level: CriteriaRule = { ...title, element: 'level', checks: [{ kind: 'parts', parts: ['eqf'] }] };

const CASES: { name: string; after: readonly CriteriaRule[]; says: readonly string[] }[] = [
	{ name: 'nothing', after: [title, level], says: [] },
	{ name: 'the order', after: [level, title], says: ['The elements stand in another order.'] },
	{ name: 'an element gone', after: [title], says: ['Level is no longer asked for.'] },
	{
		name: 'an element more',
		after: [title, level, { ...level, element: 'licence', weight: 2, checks: [{ kind: 'in-vocabulary' }] }],
		says: ['Licence is asked for, with weight 2; weak unless it is chosen from the list.']
	},
	{
		name: 'weight and leaving out',
		after: [title, { ...level, weight: 3, mayBeNotApplicable: true }],
		says: ['Level: weight 3 instead of 1; may be left out with a reason.']
	},
	{
		name: 'a check made stricter',
		after: [{ ...title, checks: [{ kind: 'languages', languages: ['en', 'ru'] }] }, level],
		says: [
			'Title: now weak unless it stands in English and Russian; no longer asked that it stands in English.'
		]
	},
	{
		name: 'only the reason',
		after: [{ ...title, why: '' }, level],
		says: ['Title: another reason is given for it.']
	}
];

test.each(CASES)('says of a new version: $name', ({ after, says }) => {
	expect(criteriaChanges([title, level], after).map(criteriaChangeText)).toEqual(says);
});

test('a profile differs from another in every element that only one of them has', () => {
	const [core, elm] = PROPOSED_PROFILES.map(({ rules }) => rules);
	if (!core || !elm) throw new Error('no profiles');
	const added = criteriaChanges(core, elm).filter(({ kind }) => kind === 'added');
	expect(added).toHaveLength(elm.length - core.length);
	expect(criteriaChanges(core, core)).toEqual([]);
});
