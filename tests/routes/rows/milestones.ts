import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const MILESTONE = '/[project]/milestones/[number]';

const act = (
	name: string,
	gate: Row['gate'],
	fields: (related: Target['related']) => object,
	needs?: string
): Row => ({
	route: MILESTONE,
	act: `action ${name}`,
	gate,
	about: 'milestone',
	form: ({ related }) => ({ ...fields(related) }),
	...(needs === undefined ? {} : { needs })
});

const means = (related: Target['related']) => ({ meansId: related.means_of_verification ?? '' });
const claim = (related: Target['related']) => ({ claimId: related.review_round ?? '' });
const comment = ({ opinion = '' }: Target['related']) => ({ commentId: opinion });
const OPINION = { commentKey: '00000000-0000-7000-8000-000000000006', text: 'Clear and well founded' };
const amendment = { reference: 'Amendment 2' };

export const MILESTONE_ROWS: readonly Row[] = [
	{ route: '/[project]/milestones', act: 'load', gate: 'milestone:read', about: 'project' },
	{ route: MILESTONE, act: 'load', gate: 'milestone:read', about: 'milestone' },
	{
		...act(
			'upload',
			'milestone:evidence',
			(has) => ({ ...means(has), level: 'SEN' }),
			'means_of_verification'
		),
		file: 'file'
	},
	act(
		'link',
		'milestone:evidence',
		(has) => ({ ...means(has), url: 'https://example.org/minutes', title: 'Minutes', level: 'SEN' }),
		'means_of_verification'
	),
	act(
		'reuse',
		'milestone:evidence',
		(has) => ({ ...means(has), evidenceId: has.evidence ?? '' }),
		'evidence'
	),
	act('unlink', 'milestone:evidence', (has) => ({ useId: has.evidence_use }), 'evidence_use'),
	act('claim', 'milestone:claim', () => ({ achievedOn: '2026-06-01', note: '' })),
	act('assign', 'milestone:assign', (has) => ({ personId: has.membership_person })),
	act(
		'release',
		'milestone:assign',
		({ review_assignment }) => ({ assignmentId: review_assignment, reason: 'On leave' }),
		'review_assignment'
	),
	act(
		'judge',
		'milestone:verify',
		(has) => ({ ...claim(has), ...means(has), verdict: 'sufficient', note: '' }),
		'review_round'
	),
	act(
		'return',
		'milestone:verify',
		(has) => ({ ...claim(has), reason: 'The list is missing' }),
		'review_round'
	),
	act(
		'verify',
		'milestone:verify',
		(has) => ({ ...claim(has), coversSha256: 'a'.repeat(64) }),
		'review_round'
	),
	act(
		'declare',
		'milestone:declare',
		(has) => ({
			...claim(has),
			coversSha256: 'a'.repeat(64),
			portalOn: '2026-06-01',
			byName: 'Somebody',
			note: ''
		}),
		'review_round'
	),
	{
		route: MILESTONE,
		act: 'action opinion',
		gate: 'opinion:give',
		about: 'milestone',
		form: ({ id }) => ({ itemId: id, ...OPINION })
	},
	{
		route: MILESTONE,
		act: 'action answer-comment',
		gate: 'review:answer',
		about: 'milestone',
		form: ({ id, related }) => ({ itemId: id, ...comment(related), answer: 'It is clear now' }),
		needs: 'opinion'
	},
	{
		route: MILESTONE,
		act: 'action withdraw-opinion',
		gate: 'opinion:give',
		about: 'milestone',
		form: ({ id, related }) => ({ itemId: id, ...comment(related) }),
		needs: 'opinion'
	},
	act('reopen', 'milestone:reopen', () => ({ reason: 'The officer asked' })),
	act('end', 'milestone:end', () => ({ ...amendment, reason: 'No pilot', consequence: 'A later pilot' })),
	act('replace', 'milestone:end', (has) => ({ ...amendment, replacedByItemId: has.other_milestone })),
	act('defer', 'milestone:end', () => ({ ...amendment, deferredToOn: '2026-11-30' }))
];
