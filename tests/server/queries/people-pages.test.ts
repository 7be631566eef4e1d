import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';
import { proposeGrant } from '#lib/server/commands/propose-grant.ts';
import { findOrganisationPage } from '#lib/server/queries/find-organisation-page.ts';
import { findPeoplePage } from '#lib/server/queries/find-people-page.ts';
import { findPersonPage } from '#lib/server/queries/find-person-page.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

const ALL = { organisation: '', country: '', role: '', q: '' };

async function aConsortium(db: Db) {
	const { id: projectId } = await aProject(db);
	const kaznu = await anOrganisation(db, { projectId, code: 'kaznu', acronym: 'KazNU', country: 'KZ' });
	const member = (role: Role, name: string, organisationId = kaznu.id) =>
		anActor(db, { projectId, role, name, organisationId });
	return {
		projectId,
		kaznu,
		member,
		coordinator: await member(
			'coordinator',
			'Nuria',
			(await anOrganisation(db, { projectId, country: 'ES' })).id
		),
		aigerim: await member('partner', 'Әйгерім Қасымова')
	};
}

const proposal = (personId: string) => ({
	personId,
	role: 'qa-reviewer' as const,
	scopeType: 'project' as const,
	scopeId: null,
	fromOn: null,
	toOn: null,
	reason: ''
});
const namesOf = (page: Awaited<ReturnType<typeof findPeoplePage>>) =>
	page.people.map((person) => person.name);

test('people of one’s own project only, with contact data for members and not for the evaluator', () =>
	withDatabase(async (db) => {
		const { coordinator, aigerim, member } = await aConsortium(db);
		await aConsortium(db);
		const evaluator = await member('external-evaluator', 'Eva');
		const seen = await findPeoplePage(db, aigerim, ALL, TODAY);
		expect(namesOf(seen).sort()).toEqual(['Eva', 'Nuria', 'Әйгерім Қасымова']);
		expect(seen.people.every((person) => person.email?.includes('@'))).toBe(true);
		const bare = await findPeoplePage(db, evaluator, ALL, TODAY);
		expect(JSON.stringify(bare)).not.toContain('@');
		const detail = await findPersonPage(db, evaluator, coordinator.personId, TODAY);
		expect(JSON.stringify(detail)).not.toContain('@');
	}));

test.each([
	[{ q: 'айгерим' }, ['Әйгерім Қасымова']],
	[{ q: 'Касымова' }, ['Әйгерім Қасымова']],
	[{ country: 'KZ' }, ['Әйгерім Қасымова']],
	[{ organisation: 'kaznu' }, ['Әйгерім Қасымова']],
	[{ role: 'coordinator' }, ['Nuria']],
	[{ role: 'coordinator', country: 'KZ' }, []]
])('filtered by %j', (filter, names) =>
	withDatabase(async (db) => {
		const { coordinator } = await aConsortium(db);
		expect(namesOf(await findPeoplePage(db, coordinator, { ...ALL, ...filter }, TODAY))).toEqual(names);
	})
);

test('proposals are shown to those who decide or propose, and not to others', () =>
	withDatabase(async (db) => {
		const { coordinator, aigerim, member } = await aConsortium(db);
		const reviewer = await member('qa-reviewer', 'Rea');
		await proposeGrant(db, coordinator, proposal(aigerim.personId), NOW);
		const proposals = async (actor: Actor) => (await findPeoplePage(db, actor, ALL, TODAY)).proposed.length;
		expect([await proposals(coordinator), await proposals(reviewer)]).toEqual([1, 0]);
		const grants = async (actor: Actor) =>
			(await findPersonPage(db, actor, aigerim.personId, TODAY))?.grants.map((grant) => grant.state);
		expect(await grants(coordinator)).toEqual(['proposed', 'active']);
		expect(await grants(reviewer)).toEqual(['active']);
	}));

test('the page offers exactly what the rules allow: the QA lead confirms, the proposer takes back', () =>
	withDatabase(async (db) => {
		const { coordinator, aigerim, member } = await aConsortium(db);
		const lead = await member('qa-lead', 'Otto');
		await proposeGrant(db, coordinator, proposal(aigerim.personId), NOW);
		const offers = async (actor: Actor) => {
			const [grant] = (await findPersonPage(db, actor, aigerim.personId, TODAY))?.grants ?? [];
			return [grant?.mayConfirm, grant?.mayEnd, grant?.blocks.map((block) => block.code)];
		};
		expect(await offers(lead)).toEqual([true, true, []]);
		expect(await offers(coordinator)).toEqual([false, true, ['grant-confirmer-role']]);
		expect(await offers(aigerim)).toEqual([false, false, []]);
	}));

test('a person of another project has no page', () =>
	withDatabase(async (db) => {
		const { coordinator } = await aConsortium(db);
		const other = await aConsortium(db);
		expect(await findPersonPage(db, coordinator, other.aigerim.personId, TODAY)).toBeUndefined();
	}));

test('an organisation’s page shows an observer neither people nor drafts', () =>
	withDatabase(async (db) => {
		const { projectId, kaznu, aigerim, member } = await aConsortium(db);
		const observer = await member('observer', 'Olga');
		await aDeliverable(db, { projectId, code: 'D4.2', leadOrganisationId: kaznu.id });
		const inside = await findOrganisationPage(db, aigerim, 'kaznu');
		expect(inside?.items.map((item) => item.code)).toEqual(['D4.2']);
		expect(inside?.people.map((person) => person.name)).toContain('Olga');
		expect(inside?.mayEdit).toBe(true);
		const outside = await findOrganisationPage(db, observer, 'kaznu');
		expect(outside).toMatchObject({ items: [], people: [], mayEdit: false });
		expect(await findOrganisationPage(db, aigerim, 'nowhere')).toBeUndefined();
	}));
