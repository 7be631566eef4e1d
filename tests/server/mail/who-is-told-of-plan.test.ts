import type { Db } from '#db/schema.ts';
import { amendItem } from '#lib/server/commands/amend-item.ts';
import { amendWorkPackage } from '#lib/server/commands/amend-work-package.ts';
import { addContributor } from '#lib/server/commands/add-contributor.ts';
import { assignDuty } from '#lib/server/commands/assign-duty.ts';
import { declareConflict } from '#lib/server/commands/declare-conflict.ts';
import { endAssignment } from '#lib/server/commands/end-assignment.ts';
import { findAmendablePlan } from '#lib/server/queries/find-amendable-plan.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { aGap } from '#tests/support/builders/a-gap.ts';
import { aProfile } from '#tests/support/builders/a-profile.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { anEntryToSign } from '#tests/support/entry-signing.ts';
import { stepsOf as milestoneSteps } from '#tests/support/milestone-steps.ts';
import { testWhoIsTold, type HandingOver } from '#tests/support/told-of-acts.ts';

const WINTER = '2026-01-12T09:00:00.000Z';

async function deliverable(db: Db) {
	const made = await aReviewableDeliverable(db);
	return { ...made, ...stepsOf(db, made), itemId: made.item.id, projectId: made.project.id };
}

/** With a second QA lead, so that somebody is left to be told of what the first one did. */
async function inReview(db: Db) {
	const made = await deliverable(db);
	await made.toReview();
	await anActor(db, { projectId: made.projectId, role: 'qa-lead', name: 'Quentin' });
	return made;
}

async function assignmentOf(
	made: Awaited<ReturnType<typeof deliverable>>,
	{ personId }: { personId: string }
) {
	const { assignments } = await made.read();
	const assignmentId = assignments.find((one) => one.personId === personId)?.id ?? '';
	return { itemId: made.itemId, assignmentId, reason: 'Ill' };
}

const DELIVERABLES: HandingOver[] = [
	[
		'a review that is requested',
		async (db) => {
			const made = await deliverable(db);
			await made.start(made.author);
			await made.upload(made.author);
			await made.confirm(made.author);
			for (const person of [made.first, made.second]) await made.assign(made.qaLead, person);
			return () => made.open(made.author);
		},
		['Elena', 'Fabio']
	],
	[
		'a reviewer who is assigned while the round runs',
		async (db) => {
			const made = await inReview(db);
			return () => made.assign(made.qaLead, made.local);
		},
		['Gulnara']
	],
	[
		'the last signature while a blocking comment is open',
		async (db) => {
			const made = await inReview(db);
			await made.assign(made.qaLead, made.local);
			await made.comment(made.local, 'Where is the data?', true);
			await endAssignment(db, made.qaLead, await assignmentOf(made, made.local), NOW);
			await made.sign(made.first);
			return () => made.sign(made.second);
		},
		['Aigerim', 'Wanda']
	],
	[
		'changes that are requested',
		async (db) => {
			const made = await inReview(db);
			return () => made.requestChanges(made.first);
		},
		['Aigerim', 'Wanda']
	],
	[
		'the signature that completes the quorum',
		async (db) => {
			const made = await inReview(db);
			await made.sign(made.first);
			return () => made.sign(made.second);
		},
		['Carmen']
	],
	[
		'a reviewer who is taken off, so that one is missing',
		async (db) => {
			const made = await inReview(db);
			const input = await assignmentOf(made, made.first);
			return () => endAssignment(db, made.qaLead, input, NOW);
		},
		['Quentin']
	],
	[
		'a reviewer who turns out to have a conflict',
		async (db) => {
			const made = await inReview(db);
			const { personId } = made.first;
			return () => declareConflict(db, made.qaLead, { personId, reason: 'Married to the author' }, NOW);
		},
		['Quentin']
	],
	[
		'a contributor whose reviewer is no longer independent',
		async (db) => {
			const made = await inReview(db);
			const input = { itemId: made.itemId, organisationId: made.unige.id, note: 'Wrote chapter 2' };
			return () => addContributor(db, made.author, input, NOW);
		},
		['Dimitra', 'Quentin']
	],
	[
		'an amendment that gives it to another organisation',
		async (db) => {
			const made = await deliverable(db);
			const { items } = await findAmendablePlan(db, made.projectId);
			return () =>
				db.transaction().execute(async (db) => {
					for (const item of items) {
						const due = { dueMonth: item.dueMonth, dueOn: item.contractualOn };
						const change = { code: item.code, item, title: item.title, due, leaves: null };
						await amendItem(
							db,
							made.coordinator,
							{ ...change, leadOrganisationId: made.kaznu.id },
							'AMD-1',
							NOW
						);
					}
				});
		},
		['Bolat']
	]
];

async function milestone(db: Db) {
	const made = await aClaimableMilestone(db);
	return { ...made, ...milestoneSteps(db, made.item.id) };
}

const MILESTONES: HandingOver[] = [
	[
		'a claim',
		async (db) => {
			const made = await milestone(db);
			return () => made.claim(made.leader);
		},
		['Quinn']
	],
	[
		'a verifier who is assigned',
		async (db) => {
			const made = await milestone(db);
			await made.claim(made.leader);
			return () => made.assign(made.qaLead, made.verifier);
		},
		['Vera']
	],
	[
		'a claim that is returned',
		async (db) => {
			const made = await milestone(db);
			await made.claim(made.leader);
			await made.assign(made.qaLead, made.verifier);
			await made.judge(made.verifier, 'insufficient');
			return () => made.return(made.verifier);
		},
		['Lea']
	],
	[
		'a verification',
		async (db) => {
			const made = await milestone(db);
			await made.claim(made.leader);
			await made.assign(made.qaLead, made.verifier);
			await made.judge(made.verifier);
			return () => made.verify(made.verifier);
		},
		['Cora']
	],
	[
		'an amendment that gives its work package to another organisation',
		async (db) => {
			const made = await milestone(db);
			const other = await anActor(db, { projectId: made.projectId, name: 'Otto' });
			const { workPackages } = await findAmendablePlan(db, made.projectId);
			return () =>
				db.transaction().execute(async (db) => {
					for (const workPackage of workPackages) {
						const { title, startMonth, endMonth } = workPackage;
						const change = { code: 'WP1', workPackage, title, startMonth, endMonth, span: null };
						const given = { ...change, leadOrganisationId: other.organisationId };
						await amendWorkPackage(db, made.coordinator, given, 'AMD-1', NOW);
					}
				});
		},
		['Otto']
	]
];

async function entryToSign(db: Db, state?: string) {
	const made = await anEntryToSign(db, state);
	const { id } = made.entry;
	const since = { createdAt: WINTER, stateSinceAt: WINTER };
	await db.updateTable('item').set(since).where('id', '=', id).execute();
	return made;
}

async function reviewedEntry(db: Db) {
	const made = await entryToSign(db);
	await made.assign(made.reviewer);
	await made.open();
	return made;
}

const ENTRIES: HandingOver[] = [
	[
		'a reviewer for an entry, whose review its owner may then request',
		async (db) => {
			const made = await entryToSign(db);
			return () => made.assign(made.reviewer);
		},
		['Aigerim', 'Rustam']
	],
	[
		'the review of an entry that is requested',
		async (db) => {
			const made = await entryToSign(db);
			await made.assign(made.reviewer);
			return () => made.open();
		},
		['Elena']
	],
	[
		'changes that are requested of an entry',
		async (db) => {
			const made = await reviewedEntry(db);
			return () => made.changes(made.reviewer);
		},
		['Aigerim', 'Rustam']
	],
	[
		'the signature after which its institution approves, and names an officer first',
		async (db) => {
			const made = await reviewedEntry(db);
			return () => made.sign(made.reviewer);
		},
		['Aigerim', 'Rustam']
	],
	[
		'an officer who is named while an entry waits for one',
		async (db) => {
			const made = await reviewedEntry(db);
			await made.sign(made.reviewer);
			return () => made.name(made.rector);
		},
		['Rustam']
	],
	[
		'the approval after which the work package publishes',
		async (db) => {
			const made = await reviewedEntry(db);
			await made.sign(made.reviewer);
			await made.name(made.rector);
			return () => made.approve(made.rector);
		},
		['Bolat', 'Wanda']
	],
	[
		'fields of an entry that are given to somebody',
		async (db) => {
			const made = await entryToSign(db, 'idea');
			const { projectId, id: itemId } = made.entry;
			const { versionId } = await aProfile(db, { projectId, elements: ['title'] });
			await aGap(db, { projectId, itemId, criteriaVersionId: versionId, element: 'title' });
			const { personId } = made.rector;
			const duty = { itemId, element: '' as const, personId, dueOn: null, note: '' };
			return () => assignDuty(db, made.author, duty, NOW);
		},
		['Rustam']
	]
];

testWhoIsTold([...DELIVERABLES, ...MILESTONES, ...ENTRIES]);
