import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import type { ReportKey } from '#lib/domain/reports/reports.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { addRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { saveHeads } from '#lib/server/commands/save-heads.ts';
import { readReportFacts } from '#lib/server/pages/report-facts.ts';
import { readVisitFacts } from '#lib/server/pages/visit-facts.ts';
import { periodSections } from '#lib/text/reports/period-sections.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { anOutreach } from '#tests/support/builders/an-outreach.ts';
import { someEvidence } from '#tests/support/builders/some-evidence.ts';
import { withDatabase } from '#tests/support/database.ts';

const SPRING = { kind: 'period', from: '2026-04-01', to: '2026-06-30' } as const;

async function aStage(db: Db) {
	const { id } = await aProject(db);
	const koksu = await anOrganisation(db, { projectId: id, country: 'KZ' });
	const bsu = await anOrganisation(db, { projectId: id, country: 'UZ' });
	const coordinator = await anActor(db, { projectId: id, role: 'coordinator' });
	const partner = await anActor(db, { projectId: id, role: 'partner', organisationId: koksu.id });
	const row = await db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	const project = {
		...row,
		dataVersion: '',
		auditHead: { sequence: 0, hash: '' },
		lookUntilAt: null,
		sampleRecords: 0
	};
	const request = (actor: Actor) => ({ db, actor, project, today: '2026-06-15' });
	const { id: organisationId, code, acronym, name } = koksu;
	const scope = { type: 'organisation', id: organisationId, code, acronym, name, country: 'KZ' } as const;
	return {
		projectId: id,
		koksu,
		bsu,
		coordinator,
		partner,
		request,
		own: { ...SPRING, scope } satisfies ReportKey
	};
}

test('a report speaks of its months and its part of the project, and silence of an audience is no zero', () =>
	withDatabase(async (db) => {
		const { projectId, koksu, bsu, coordinator, request, own } = await aStage(db);
		const due = { projectId, contractualOn: '2026-05-31', agreedOn: '2026-05-31' };
		const mine = await aDeliverable(db, { ...due, leadOrganisationId: koksu.id });
		await aDeliverable(db, { ...due, leadOrganisationId: bsu.id });
		const log = { projectId, startsOn: '2026-05-10' };
		const first = await anOutreach(db, { ...log, organisationId: koksu.id });
		await anOutreach(db, { ...log, organisationId: koksu.id });
		await anOutreach(db, { ...log, organisationId: bsu.id });
		await anOutreach(db, { projectId, startsOn: '2026-03-10', organisationId: koksu.id });
		const undated = await anOutreach(db, { projectId, startsOn: null, organisationId: koksu.id });
		const said = { headsId: null, version: 0, role: 'audience', kind: 'teachers', groupName: '' } as const;
		const heads = { valueState: 'value', heads: 30, women: null, reason: '', listId: null } as const;
		const line = { type: 'outreach', code: first.code } as const;
		await saveHeads(db, coordinator, line, { ...said, ...heads, organisationId: null }, NOW);

		const facts = await readReportFacts(request(coordinator), own, PROPOSED_QUALITY_PLAN);
		expect(facts.deliverables.map(({ code }) => code)).toEqual([mine.code]);
		expect(facts.outreach).toHaveLength(2);
		const { missing = [] } = periodSections(facts).find((one) => one.code === 'dissemination') ?? {};
		expect(missing.map(({ text }) => text)).toContain(
			`${undated.code} Event ${undated.code}: its date is not known, so it is in no report`
		);
		expect(facts.reach).toMatchObject({ sum: 30, counted: 1, missing: 1, isWhole: false });
		const whole = await readReportFacts(
			request(coordinator),
			{ ...SPRING, scope: { type: 'project' } },
			PROPOSED_QUALITY_PLAN
		);
		expect(whole.deliverables).toHaveLength(2);
		expect(whole.outreach).toHaveLength(3);
	}));

test('the pack of a visit names only evidence that its reader may open', () =>
	withDatabase(async (db) => {
		const { projectId, koksu, coordinator, partner, request, own } = await aStage(db);
		const line = await anOutreach(db, { projectId, organisationId: koksu.id });
		const at = { type: 'outreach', id: line.id } as const;
		const { id: list } = await someEvidence(db, partner, { level: 'SEN', name: 'list.txt' });
		await addRecordEvidence(db, partner, at, async () => [list], NOW);
		const key = { ...own, kind: 'visit', to: null } as const;
		const names = async (actor: Actor) =>
			(await readVisitFacts(request(actor), key, PROPOSED_QUALITY_PLAN)).evidence.map(({ name, proves }) => [
				name,
				proves
			]);
		expect(await names(coordinator)).toEqual([['list.txt', line.code]]);
		const stranger = await anActor(db, { projectId, role: 'qa-reviewer' });
		expect(await names(stranger)).toEqual([]);
	}));
