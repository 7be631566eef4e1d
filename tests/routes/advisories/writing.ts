import { sql } from 'kysely';
import { newId } from '#lib/server/ids.ts';
import { foreignRecords } from './foreign-records.ts';
import type { Advisory, World } from './world.ts';

const MEETING = '/leslie/meetings/wp4-assessment-workshop-2026-06';
const OTHER_MEETING = 'online-consortium-meeting-2026-06';
const TEXT = { section: 'summary', version: '0', text: 'Rewritten by somebody else.' };
const REPORT = '/leslie/reports/2026-04_2026-06';
const A_LINE = {
	title: 'Open lecture',
	kind: 'event',
	state: 'done',
	startsOn: '2026-03-01',
	endsOn: '',
	place: '',
	country: 'KZ',
	summary: '',
	url: '',
	level: 'PU',
	authors: '',
	venue: '',
	doi: '',
	licence: ''
};
const SLIDES = { url: 'https://example.org/slides', level: 'PU' };
const NEW_RISK = { description: 'The river floods the laboratory', mitigation: '' };

async function pointOf({ db }: World, slug: string, project = 'leslie'): Promise<string> {
	const { rows } = await sql<{ id: string }>`select agenda_item.id from agenda_item
		join meeting on meeting.id = agenda_item.meeting_id join project on project.id = meeting.project_id
		where project.slug = ${project} and meeting.slug = ${slug} order by agenda_item.id limit 1`.execute(db);
	return rows[0]?.id ?? '';
}

const organisationOf = async ({ db, personOf }: World, who: 'partner.koksu' | 'partner.bsu') => {
	const membership = db.selectFrom('membership').select('organisationId');
	return (await membership.where('personId', '=', await personOf(who)).executeTakeFirstOrThrow())
		.organisationId;
};

/** A line of the log that this organisation answers for, which has evidence to be linked to. */
async function lineOf({ db, projectId }: World, organisationId: string) {
	const own = db.selectFrom('outreach').selectAll().where('projectId', '=', projectId);
	return own
		.where('organisationId', '=', organisationId)
		.where('level', '=', 'PU')
		.where('state', '=', 'done')
		.orderBy('code')
		.executeTakeFirst();
}

export const WRITING: readonly Advisory[] = [
	{
		id: 'CVE-2026-24776, GHSA-p9v8-w9ph-hqmf',
		never: 'a point of one meeting is not moved, changed or tied through another',
		attempt: async (world) => {
			const pointId = await pointOf(world, OTHER_MEETING);
			const own = await pointOf(world, 'wp4-assessment-workshop-2026-06');
			const forms = { move: { direction: 'down' }, link: { code: 'D4.2' }, park: {}, drop: {} };
			return [
				...(pointId === '' ? ['the other meeting has no agenda'] : []),
				...(await world.refused(
					Object.entries(forms).map(([act, form]) => [
						'wp4',
						`${MEETING}/agenda?/${act}`,
						{ pointId, ...form }
					])
				)),
				...(await world.allowed('wp4', `${MEETING}/agenda?/address`, { pointId: own, ...SLIDES }))
			];
		}
	},
	{
		id: 'CVE-2026-40896, GHSA-hh5p-gwf8-h245',
		never: 'nothing is put on the agenda of a meeting of another project',
		attempt: async (world) => {
			const foreign = await pointOf(world, OTHER_MEETING, 'canary');
			const point = { title: 'Injected', presenterId: await world.personOf('wp4') };
			return world.refused([
				['wp4', `/canary/meetings/${OTHER_MEETING}/agenda?/add`, point],
				['coordinator', `/canary/meetings/${OTHER_MEETING}/agenda?/add`, point],
				['coordinator', `${MEETING}/agenda?/edit`, { ...point, pointId: foreign, version: '1' }],
				['coordinator', `${MEETING}/agenda?/take`, { pointId: foreign }]
			]);
		}
	},
	{
		id: 'CVE-2026-44734, GHSA-c767-34gh-gh2h',
		never: 'a report is not rewritten by who only knows its address',
		attempt: async (world) => [
			...(await world.refused([
				['partner.koksu', `${REPORT}?/write`, TEXT],
				['partner.koksu', `${REPORT}?/write&of=KZ`, TEXT],
				['partner.koksu', `${REPORT}?/write&of=bsu`, TEXT],
				['uz', `${REPORT}?/write&of=KZ`, TEXT],
				['observer', `${REPORT}?/write`, TEXT],
				['qa.lead', `${REPORT}?/write`, TEXT]
			])),
			...(await world.allowed('kz', `${REPORT}?/write&of=KZ`, TEXT))
		]
	},
	{
		id: 'CVE-2026-44732, CVE-2012-2054',
		never: 'a form sets nothing that it does not ask for',
		attempt: async (world) => {
			const { organisation } = await foreignRecords(world.db);
			const more = {
				projectId: organisation,
				state: 'closed',
				likelihood: '5',
				foreseen: '1',
				ownerId: newId()
			};
			const faults = await world.allowed('partner.koksu', '/leslie/risks/new', {
				...NEW_RISK,
				...more,
				project_id: organisation,
				origin: 'stated'
			});
			const risk = await world.db
				.selectFrom('risk')
				.select(['projectId', 'state', 'likelihood', 'foreseen', 'ownerId', 'origin'])
				.where('description', '=', NEW_RISK.description)
				.executeTakeFirst();
			const expected = {
				state: 'identified',
				likelihood: null,
				foreseen: 0,
				ownerId: null,
				origin: 'entered'
			};
			const is = JSON.stringify(risk);
			return is === JSON.stringify({ projectId: world.projectId, ...expected })
				? faults
				: [...faults, `it was stored as ${is}`];
		}
	},
	{
		id: 'CVE-2026-52779, GHSA-jrx5-px3f-vfq4',
		never: 'a right in one project changes nothing of another, whose ids a form names',
		attempt: async (world) => {
			const foreign = await foreignRecords(world.db);
			const own = await world.personOf('kz');
			const period = '/leslie/check-in/2026-05-01';
			return world.refused([
				['coordinator', '/leslie/indicators/goals?/remove', { goalId: foreign.goal }],
				[
					'coordinator',
					'/leslie/indicators/I1?/accept',
					{ actualId: foreign.actual, version: '1', note: '' }
				],
				['coordinator', `/leslie/people/${own}?/revoke`, { grantId: foreign.grant, reason: 'x' }],
				['coordinator', '/leslie/risks/1?/close', { riskId: foreign.risk, version: '1', note: 'x' }],
				['coordinator', `${period}/all?/accept`, { 'checkIns[]': [`${foreign.checkIn}.1`], note: 'x' }],
				[
					'coordinator',
					`${period}/all?/without`,
					{ 'organisationIds[]': [foreign.organisation], reason: 'x' }
				],
				['coordinator', `/leslie/evidence/${foreign.evidence}?/withdraw`, { reason: 'x' }]
			]);
		}
	},
	{
		id: 'CVE-2026-52782, GHSA-3vpx-94qx-xpw6',
		never: 'one’s own record does not take in the id of a foreign one',
		attempt: async (world) => {
			const foreign = await foreignRecords(world.db);
			const organisationId = await organisationOf(world, 'partner.bsu');
			const { id } = await world.db
				.selectFrom('item')
				.select('id')
				.where('leadOrganisationId', '=', organisationId)
				.where('kind', 'in', ['deliverable', 'milestone', 'action', 'entry'])
				.orderBy('id')
				.executeTakeFirstOrThrow();
			const form = {
				key: newId(),
				[`version-${id}`]: '0',
				[`answer-${id}`]: 'blocked',
				[`by-${id}`]: foreign.organisation,
				[`text-${foreign.workPackage}`]: 'Written about a foreign work package',
				[`textVersion-${foreign.workPackage}`]: '0'
			};
			const texts = () => world.db.selectFrom('checkInText').selectAll().execute();
			const before = (await texts()).length;
			const { status } = await world.ask('partner.bsu', '/leslie/check-in/2026-06-01?/save', { form });
			const page = await world.ask('partner.bsu', '/leslie/check-in/2026-06-01');
			return [
				...(status < 500 ? [] : [`the form was answered with ${status}`]),
				...((await texts()).length > before ? ['the foreign work package was written about'] : []),
				...(/QXCANARY/.test(page.body) ? ['the page names what is foreign'] : []),
				...(await world.mixed())
			];
		}
	},
	{
		id: 'CVE-2026-67527, GHSA-c6rc-4288-8p4f',
		never: 'evidence of another project, or sensitive evidence of others, is not taken over by its id',
		attempt: async (world) => {
			const { evidence } = await foreignRecords(world.db);
			const line = await lineOf(world, await organisationOf(world, 'partner.koksu'));
			const others = await world.db
				.selectFrom('evidence')
				.select('id')
				.where('projectId', '=', world.projectId)
				.where('level', '=', 'SEN')
				.where('organisationId', '!=', line?.organisationId ?? '')
				.where('withdrawnAt', 'is', null)
				.limit(5)
				.execute();
			const path = `/leslie/dissemination/${line?.code}?/reuse`;
			return [
				...(line && others.length > 0 ? [] : ['there is nothing to take']),
				...(await world.refused(
					[evidence, newId(), ...others.map(({ id }) => id)].map((evidenceId) => [
						'partner.koksu',
						path,
						{ evidenceId }
					])
				)),
				...(await world.mixed())
			];
		}
	},
	{
		id: 'CVE-2026-27723, CVE-2026-25531',
		never: 'nothing is made in a project of which one is no member',
		attempt: async (world) => [
			...(await world.refused([
				['coordinator', '/canary/risks/new', NEW_RISK],
				['coordinator', '/canary/dissemination/new', A_LINE],
				['coordinator', '/canary/indicators/goals?/put', { number: '5', contribution: 'x' }],
				['coordinator', '/canary/check-in/2026-06-01?/save', { key: newId() }],
				['nobody', '/canary/risks/new', NEW_RISK]
			])),
			...(await world.allowed('canary.coordinator', '/canary/risks'))
		]
	},
	{
		id: 'CVE-2026-30239, GHSA-gpvh-g967-g4h8',
		never: 'what a form asks for is not done before it is refused',
		attempt: async (world) => {
			const goal = await world.db
				.selectFrom('developmentGoal')
				.select('id')
				.where('projectId', '=', world.projectId)
				.executeTakeFirstOrThrow();
			return world.refused([
				['partner.koksu', '/leslie/indicators/goals?/remove', { goalId: goal.id }],
				['kz', '/leslie/check-in/2026-04-01/all?/lock', {}],
				['uz', '/leslie/check-in/2026-03-01/all?/reopen', { reason: 'A back door' }],
				['partner.koksu', '/leslie/sample-data?/remove', {}]
			]);
		}
	},
	{
		id: 'Redmine #37171',
		never: 'a choice that the list does not offer is not stored',
		attempt: async (world) => {
			const { organisation, workPackage } = await foreignRecords(world.db);
			return [
				...(await world.refused(
					[
						{ organisationId: organisation },
						{ organisationId: newId() },
						{ 'workPackageIds[]': [workPackage] },
						{ 'organisationIds[]': [organisation] },
						{ kind: 'bribe' },
						{ level: 'EU-S' }
					].map((wrong) => ['coordinator', '/leslie/dissemination/new', { ...A_LINE, ...wrong }])
				)),
				...(await world.allowed('coordinator', '/leslie/dissemination/new', A_LINE))
			];
		}
	},
	{
		id: 'CVE-2021-30164, CVE-2021-31864',
		never: 'a comment comes by no other door from who may not comment',
		attempt: async (world) => {
			const { rows } = await sql<{ id: string; code: string }>`select item.id, item.code from item
				where project_id = ${world.projectId} and kind = 'deliverable' and state = 'in-review'
				order by code limit 1`.execute(world.db);
			const [item] = rows;
			const form = { itemId: item?.id ?? '', commentKey: newId(), text: 'By the back door', blocking: 'yes' };
			const path = `/leslie/deliverables/${item?.code}?/comment`;
			return [
				...(item ? [] : ['nothing is in review']),
				...(await world.refused([
					['observer', path, form],
					['partner.koksu', path, form],
					['coordinator', path, form],
					['admin', path, form]
				]))
			];
		}
	}
];
