import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';
import type { Fields } from '#tests/support/http-client.ts';

const REVIEW = '/[project]/catalogue/[code]/review';
const OFFICERS = '/[project]/catalogue/officers';
const SEAL = { coversSha256: 'a'.repeat(64) };
const KEY = { commentKey: '00000000-0000-7000-8000-000000000003' };

const act = (
	name: string,
	gate: Row['gate'],
	fields: (related: Target['related']) => Fields = () => ({}),
	more: Partial<Row> = {}
): Row => ({
	route: REVIEW,
	act: `action ${name}`,
	gate,
	about: 'entry',
	form: ({ id, related }) => ({ itemId: id, ...fields(related) }),
	...more
});

const comment = ({ review_comment = '' }: Target['related']) => ({ commentId: review_comment });
const person = ({ membership_person = '' }: Target['related']) => ({ personId: membership_person });

export const CATALOGUE_SIGNING_ROWS: readonly Row[] = [
	{ route: REVIEW, act: 'load', gate: 'review:read', about: 'entry' },
	act('open', 'entry:request-review', () => ({ note: '' })),
	act('assign', 'reviewer:assign', person),
	act('appoint', 'reviewer:assign', person),
	act('propose', 'reviewer:propose', person),
	act(
		'end-assignment',
		'reviewer:assign',
		({ review_assignment = '' }) => ({ assignmentId: review_assignment, reason: 'On leave' }),
		{ needs: 'review_assignment', last: 2 }
	),
	act('conflict', 'conflict:declare', (related) => ({ ...person(related), reason: 'A relative' }), {
		last: 1
	}),
	act('checklist', 'review:comment', () => ({ ...KEY, text: '' })),
	act('opinion', 'opinion:give', () => ({ ...KEY, text: 'Clear and well founded' })),
	act('comment', 'review:comment', () => ({ ...KEY, text: 'Outcome 2 is empty' })),
	act('withdraw-opinion', 'opinion:give', ({ opinion = '' }) => ({ commentId: opinion }), {
		needs: 'opinion'
	}),
	act('withdraw-comment', 'review:comment', comment, { needs: 'review_comment' }),
	act('answer-comment', 'review:answer', (related) => ({ ...comment(related), answer: 'It is clear now' }), {
		needs: 'review_comment'
	}),
	act('request-changes', 'entry:request-changes', () => ({ ...KEY, text: 'Outcome 2 is empty' }), {
		last: 1
	}),
	act('sign', 'entry:sign-off', () => ({ ...SEAL, ...KEY, text: '' }), { last: 1 }),
	act(
		'approve',
		'entry:approve',
		() => ({ ...SEAL, reference: 'Senate 12/2026', decidedOn: '2026-06-10', validUntilOn: '' }),
		{ file: 'file', last: 1 }
	),
	{ route: OFFICERS, act: 'load', gate: 'catalogue:read', about: 'project' },
	{
		route: OFFICERS,
		act: 'action name',
		gate: 'officer:name',
		about: 'organisation',
		needs: 'member',
		form: ({ id, related }) => ({
			personId: related.member ?? '',
			organisationId: id,
			office: 'Vice-Rector',
			fromOn: '2026-06-01',
			toOn: ''
		})
	},
	{
		route: OFFICERS,
		act: 'action end',
		gate: 'officer:name',
		about: 'project',
		unknown: true,
		form: () => ({ officerId: '00000000-0000-7000-8000-000000000004', toOn: '2026-06-30' })
	}
];
