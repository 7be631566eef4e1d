import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { draftOf, type RuleDraft } from '#lib/domain/catalogue/criteria-draft.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import { arrangedRules, CriteriaForm } from '#lib/schemas/catalogue/criteria-form.ts';
import { parseCriteria } from '#lib/schemas/catalogue/criteria.ts';
import { issuesByField } from '#lib/server/http/form.ts';

/** The fields as a browser sends them. */
function fieldsOf(rules: readonly RuleDraft[], given: Record<string, string | string[]> = {}) {
	const checks = rules.flatMap((rule, index) =>
		rule.checks.map((check) => ({ ...check, rule: String(index) }))
	);
	return {
		do: 'publish',
		basedOn: '1',
		note: 'WP4 met',
		graceUntilOn: '2026-07-15',
		element: rules.map(({ element }) => element),
		weight: rules.map(({ weight }) => weight),
		applies: rules.map(({ mayBeNotApplicable }) => (mayBeNotApplicable ? 'no-with-reason' : 'always')),
		why: rules.map(({ why }) => why),
		newCheck: rules.map(() => ''),
		checkRule: checks.map(({ rule }) => rule),
		checkKind: checks.map(({ kind }) => kind),
		checkWords: checks.map(({ words }) => words),
		checkMin: checks.map(({ min }) => min),
		checkMax: checks.map(({ max }) => max),
		...given
	};
}

const CORE = (PROPOSED_PROFILES[0]?.rules ?? []).map(draftOf);

test.each(PROPOSED_PROFILES)(
	'$title goes through the form, and through the database, unchanged',
	({ rules }) => {
		const sent = fieldsOf(rules.map(draftOf));
		expect(v.parse(CriteriaForm, sent).rules).toEqual(rules);
		expect(arrangedRules(sent)).toEqual(rules.map(draftOf));
		expect(parseCriteria(JSON.stringify(rules))).toEqual(rules);
	}
);

test('buttons add, remove, move and check without publishing, and nothing typed is lost', () => {
	const press = (value: string, given = {}) => fieldsOf(CORE, { do: value, note: 'half a note', ...given });
	const added = arrangedRules(press('add', { newElement: 'contact' }));
	expect(added.map(({ element }) => element)).toEqual([...CORE.map(({ element }) => element), 'contact']);
	expect(arrangedRules(press('remove-0'))).toEqual(CORE.slice(1));
	expect(
		arrangedRules(press('down-0'))
			.map(({ element }) => element)
			.slice(0, 2)
	).toEqual(['country', 'title']);
	expect(arrangedRules(press('up-0'))).toEqual(CORE);
	const checked = arrangedRules(press('check-1', { newCheck: ['', 'evidence'] }));
	expect(checked[1]?.checks).toEqual([{ kind: 'evidence', words: '', min: '1', max: '' }]);
	expect(arrangedRules(press('uncheck-0-1'))[0]?.checks).toHaveLength(1);
	const result = v.safeParse(CriteriaForm, press('down-0'));
	expect(result.success || issuesByField(result.issues)['do']).toContain('Nothing is published yet');
});

test('what does not fit is named at its rule', () => {
	const [title, ...rest] = CORE;
	if (!title) throw new Error('no rules');
	const wrong = [
		{ ...title, weight: '11' },
		...rest.slice(0, 2),
		{ ...title, checks: [{ ...languages, words: 'English' }] }
	];
	const result = v.safeParse(CriteriaForm, fieldsOf(wrong, { note: ' ', graceUntilOn: '2026-02-30' }));
	expect(result.success || issuesByField(result.issues)).toMatchObject({
		note: 'Say why the criteria change.'
	});
	const second = v.safeParse(CriteriaForm, fieldsOf(wrong));
	expect(second.success || issuesByField(second.issues)).toEqual({
		'rule-0': 'Rule 1: A weight is a whole number from 1 to 10.',
		'rule-3': 'Rule 4: A language is written like en.'
	});
});
const languages = { kind: 'languages', words: '', min: '', max: '' } as const;

test('a preview asks for neither note nor date', () => {
	const sent = fieldsOf(CORE, { do: 'preview', note: '', graceUntilOn: '' });
	expect(v.parse(CriteriaForm, sent)).toMatchObject({ do: 'preview' });
});

test('whatever is sent, the form answers', () => {
	const text = fc.oneof(
		fc.string(),
		fc.constantFrom('constructor', '__proto__', 'title', 'languages', 'check-0', '99')
	);
	const names = [
		'do',
		'basedOn',
		'note',
		'element',
		'weight',
		'newCheck',
		'checkRule',
		'checkKind',
		'checkWords'
	];
	const sent = fc.dictionary(fc.constantFrom(...names), fc.oneof(text, fc.array(text, { maxLength: 5 })));
	fc.assert(
		fc.property(sent, (values) => {
			arrangedRules(values);
			v.safeParse(CriteriaForm, values);
		})
	);
});
