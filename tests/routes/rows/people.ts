import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const MISSING = '00000000-0000-7000-8000-000000000000';
const PERSON = '/[project]/people/[id]';

const act = (
	name: string,
	gate: Row['gate'],
	fields: (person: Target) => object,
	more: Partial<Row> = {}
): Row => ({
	route: PERSON,
	act: `action ${name}`,
	gate,
	about: 'person',
	form: (person) => ({ ...fields(person) }),
	...more
});
const grantOf = ({ related }: Target) => ({ grantId: related.role_grant });
const needsGrant = { needs: 'role_grant' };

export const PEOPLE_ROWS: readonly Row[] = [
	{ route: '/[project]/people', act: 'load', gate: 'person:read', about: 'project' },
	{
		route: '/[project]/people',
		act: 'action beginLook',
		gate: 'look:begin',
		about: 'project',
		form: () => ({ reason: 'A page does not open' }),
		last: 8
	},
	{
		route: '/[project]/people',
		act: 'action endLook',
		gate: 'look:end',
		about: 'project',
		form: () => ({ lookId: MISSING }),
		unknown: true
	},
	{ route: '/[project]/people/invite', act: 'load', gate: 'person:invite', about: 'project' },
	{
		route: '/[project]/people/invite',
		act: 'action default',
		gate: 'person:invite',
		about: 'project',
		form: ({ related }) => ({
			email: 'somebody.new@leslie.example',
			name: 'Somebody New',
			organisationId: related.organisation ?? '',
			role: '',
			scope: 'project',
			fromOn: '',
			toOn: '',
			reason: ''
		})
	},
	{ route: PERSON, act: 'load', gate: 'person:read', about: 'person' },
	act('propose', 'grant:propose', ({ organisationIds: [organisation] }) => ({
		role: 'partner',
		scope: `organisation:${organisation}`,
		fromOn: '',
		toOn: '',
		reason: 'Joined the team'
	})),
	act('confirm', 'grant:confirm', (person) => ({ ...grantOf(person), reference: '' }), needsGrant),
	act('withdraw', 'grant:propose', (person) => ({ ...grantOf(person), reason: 'A mistake' }), {
		...needsGrant,
		last: 2
	}),
	act('revoke', 'grant:revoke', (person) => ({ ...grantOf(person), reason: 'Left' }), {
		...needsGrant,
		last: 2
	}),
	act(
		'nameDeputy',
		'deputy:name',
		({ related }) => ({
			deputyId: related.colleague ?? '',
			fromOn: '2026-07-01',
			toOn: '2026-07-14',
			reason: 'On leave'
		}),
		{ needs: 'colleague' }
	),
	...['agreeDeputy', 'endDeputy', 'actFor'].map((name) =>
		act(name, 'person:read', () => ({ id: MISSING, reason: 'On leave' }), { unknown: true })
	),
	act('actAsSelf', 'person:read', () => ({}), { about: 'project' }),
	act('endConflict', 'conflict:declare', () => ({ conflictId: MISSING, reason: 'It is over' }), {
		unknown: true
	}),
	act('link', 'account:manage', (person) => ({ personId: person.id }), { last: 3 }),
	act(
		'move',
		'member:move',
		(person) => ({
			personId: person.id,
			organisationId: MISSING,
			fromOn: '2026-06-15',
			reason: 'A new employer'
		}),
		{ unknown: true }
	),
	act('endMembership', 'account:manage', (person) => ({ personId: person.id, reason: 'Left' }), { last: 4 })
];
