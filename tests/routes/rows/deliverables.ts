import type { Fields } from '#tests/support/http-client.ts';
import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const DELIVERABLE = '/[project]/deliverables/[code]';
const SEAL = { coversSha256: 'a'.repeat(64) };
const KEY = { commentKey: '00000000-0000-7000-8000-000000000001' };

const act = (
	name: string,
	gate: Row['gate'],
	fields: (related: Target['related']) => Fields = () => ({}),
	more: Partial<Row> = {}
): Row => ({
	route: DELIVERABLE,
	act: `action ${name}`,
	gate,
	about: 'deliverable',
	form: ({ id, related }) => ({ itemId: id, ...fields(related) }),
	...more
});

const comment = ({ review_comment = '' }: Target['related']) => ({ commentId: review_comment });
const person = ({ membership_person = '' }: Target['related']) => ({ personId: membership_person });
const evidence = ({ version_file = '' }: Target['related']) => ({ evidenceId: version_file });
const portal = 'deliverable:record-portal';

const PREPARE: readonly Row[] = [
	act('start', 'deliverable:edit'),
	act('upload', 'deliverable:edit', () => ({ note: 'A draft' }), { file: 'main' }),
	act('choose-main', 'deliverable:edit', evidence, { needs: 'version_file' }),
	act('remove-file', 'deliverable:edit', evidence, { needs: 'version_file', last: 1 }),
	act('contributor', 'deliverable:edit', ({ organisation = '' }) => ({
		organisationId: organisation,
		note: 'Chapter 3'
	})),
	act('confirm', 'deliverable:request-review'),
	{
		...act('plan', 'deliverable:plan'),
		form: ({ id, version }) => ({
			itemId: id,
			version: String(version),
			type: 'R',
			level: 'PU',
			description: 'Other words'
		})
	},
	act('open', 'deliverable:request-review', () => ({ note: '' })),
	act('justify', 'deliverable:justify-lateness', () => ({ text: 'Two visas came late' }))
];

const REVIEW: readonly Row[] = [
	act('assign', 'reviewer:assign', person),
	act('appoint', 'reviewer:assign', person),
	act('propose', 'reviewer:propose', person),
	act(
		'end-assignment',
		'reviewer:assign',
		({ review_assignment = '' }) => ({ assignmentId: review_assignment, reason: 'On leave' }),
		{ needs: 'review_assignment', last: 1 }
	),
	act('conflict', 'conflict:declare', (related) => ({ ...person(related), reason: 'A relative' }), {
		last: 1
	}),
	act('checklist', 'review:comment', () => ({ ...KEY, text: '' })),
	act('opinion', 'opinion:give', () => ({ ...KEY, text: 'Clear and well founded' })),
	act('comment', 'review:comment', () => ({ ...KEY, text: 'Page 4 is empty' })),
	act('withdraw-opinion', 'opinion:give', ({ opinion = '' }) => ({ commentId: opinion }), {
		needs: 'opinion'
	}),
	act('withdraw-comment', 'review:comment', comment, { needs: 'review_comment' }),
	act('answer-comment', 'review:answer', (related) => ({ ...comment(related), answer: 'It is filled now' }), {
		needs: 'review_comment'
	}),
	act('request-changes', 'deliverable:request-changes', () => ({ ...KEY, text: 'Page 4 is empty' })),
	act('sign', 'deliverable:sign-off', () => ({ ...KEY, ...SEAL, text: '' }))
];

const DECIDE: readonly Row[] = [
	act('approve', 'deliverable:approve', () => SEAL),
	act('return', 'deliverable:return', () => ({ ...KEY, reason: 'The emblem is missing' })),
	act('break-glass', 'deliverable:break-glass', () => ({
		...SEAL,
		reason: 'The officer waits',
		reference: 'Decision 14'
	})),
	act('portal-upload', portal, () => ({ happenedOn: '2026-06-10', byName: 'Elena' })),
	act('submit', portal, () => ({
		sha256: 'a'.repeat(64),
		submittedOn: '2026-06-10',
		byName: 'Elena',
		note: ''
	})),
	act('accept', portal, () => ({ acceptedOn: '2026-06-10', note: '' })),
	act('revise', portal, () => ({ askedOn: '2026-06-10', comments: 'Shorten it' })),
	act(
		'editorial',
		'deliverable:set-editorial',
		({ item_version = '' }) => ({ versionId: item_version, reason: 'A typing error' }),
		{ needs: 'item_version' }
	),
	act('withdraw', 'deliverable:withdraw', () => ({ reference: 'Amendment 2' }), { last: 2 }),
	act(
		'merge',
		'deliverable:withdraw',
		({ other_deliverable = '' }) => ({ reference: 'Amendment 2', targetId: other_deliverable }),
		{ last: 2 }
	)
];

export const DELIVERABLE_ROWS: readonly Row[] = [
	{ route: '/[project]/deliverables', act: 'load', gate: 'deliverable:read', about: 'project' },
	{ route: DELIVERABLE, act: 'load', gate: 'deliverable:read', about: 'deliverable' },
	{ route: `${DELIVERABLE}/package`, act: 'GET', gate: portal, about: 'deliverable', needs: 'package' },
	...PREPARE,
	...REVIEW,
	...DECIDE
];
