import type { Db } from '#db/schema.ts';
import { addAgendaItem, proposeAgendaItem } from '#lib/server/commands/add-agenda-item.ts';
import { answerObjection } from '#lib/server/commands/answer-objection.ts';
import { confirmGrant } from '#lib/server/commands/confirm-grant.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { createEntry } from '#lib/server/commands/create-entry.ts';
import { declareConflict } from '#lib/server/commands/declare-conflict.ts';
import { decideActionDate } from '#lib/server/commands/decide-action-date.ts';
import { decideAgendaProposal } from '#lib/server/commands/decide-agenda-proposal.ts';
import { endConflict } from '#lib/server/commands/end-conflict.ts';
import { proposeActionDate } from '#lib/server/commands/propose-action-date.ts';
import { proposeGrant } from '#lib/server/commands/propose-grant.ts';
import { proposeReviewer } from '#lib/server/commands/propose-reviewer.ts';
import { proposeRisk } from '#lib/server/commands/propose-risk.ts';
import { raiseObjection } from '#lib/server/commands/raise-objection.ts';
import { revokeGrant } from '#lib/server/commands/revoke-grant.ts';
import { acceptObjection } from '#lib/server/commands/settle-objection.ts';
import { aCatalogue } from '#tests/support/builders/a-catalogue.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { circulatedMinutes } from '#tests/support/builders/a-minutes-project.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { A_NEW_ACTION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { testWhoIsTold, type HandingOver } from '#tests/support/told-of-acts.ts';

const LATER = new Date(NOW.getTime() + 60_000);

async function proposedDate(db: Db) {
	const made = await anActionProject(db);
	const { coordinator, owner, meeting } = made;
	const input = { ...A_NEW_ACTION, ownerId: owner.personId, meetingId: meeting.id };
	const { id: itemId } = await createAction(db, coordinator, input, NOW);
	const asked = { itemId, version: 1, toOn: '2026-07-15', reasonCode: 'other', reasonText: 'No data yet' };
	return { ...made, itemId, propose: () => proposeActionDate(db, owner, asked, LATER) };
}

async function agenda(db: Db) {
	const made = await anActionProject(db);
	const { projectId, owner } = made;
	const meeting = await aMeeting(db, { projectId, state: 'invited' });
	await anInvitee(db, { projectId, meetingId: meeting.id, organisationId: owner.organisationId });
	const point = { description: '', day: null, section: '', track: '', startsAt: null, minutes: 30 };
	const presenter = { presenterId: null, presenterName: '' };
	return { ...made, input: { meetingId: meeting.id, title: 'Pilots', ...point, ...presenter } };
}

const MEETINGS: HandingOver[] = [
	[
		'another due day that an owner asks for',
		async (db) => {
			const { propose } = await proposedDate(db);
			return propose;
		},
		['Carmen']
	],
	[
		'a due day that is decided',
		async (db) => {
			const { coordinator, itemId, propose } = await proposedDate(db);
			await propose();
			const { id: proposalId } = await db
				.selectFrom('actionDateProposal')
				.select('id')
				.executeTakeFirstOrThrow();
			const decided = {
				itemId,
				version: 2,
				proposalId,
				verdict: 'refused',
				note: '',
				reference: ''
			} as const;
			return () => decideActionDate(db, coordinator, decided, LATER);
		},
		['Oraz']
	],
	[
		'a point that is proposed for an agenda',
		async (db) => {
			const { owner, input } = await agenda(db);
			return () => proposeAgendaItem(db, owner, input, NOW);
		},
		['Carmen']
	],
	[
		'a point that who prepares the meeting puts there',
		async (db) => {
			const { coordinator, input } = await agenda(db);
			return () => addAgendaItem(db, coordinator, input, NOW);
		},
		[]
	],
	[
		'a point that is decided on',
		async (db) => {
			const { coordinator, owner, input } = await agenda(db);
			const { id: pointId } = await proposeAgendaItem(db, owner, input, NOW);
			const decided = { pointId, meetingId: input.meetingId, verdict: 'decline', note: 'Next time' } as const;
			return () => decideAgendaProposal(db, coordinator, decided, LATER);
		},
		['Oraz']
	],
	[
		'an answer to an objection',
		async (db) => {
			const { slug, coordinator, chair } = await circulatedMinutes(db);
			const objection = { slug, agendaItemId: null, text: 'We said no' };
			const objectionId = await raiseObjection(db, coordinator, objection, NOW);
			return () => answerObjection(db, chair, { slug, objectionId, answer: 'You did not' }, LATER);
		},
		['Carmen']
	],
	[
		'minutes that are written anew after an objection',
		async (db) => {
			const { slug, coordinator, chair } = await circulatedMinutes(db);
			const objection = { slug, agendaItemId: null, text: 'We said no' };
			const objectionId = await raiseObjection(db, coordinator, objection, NOW);
			return () => acceptObjection(db, chair, { slug, objectionId, note: '' }, LATER);
		},
		['Bek']
	]
];

async function aRole(db: Db) {
	const { id: projectId } = await aProject(db);
	const coordinator = await anActor(db, { projectId, role: 'coordinator', name: 'Carmen' });
	const qaLead = await anActor(db, { projectId, role: 'qa-lead', name: 'Quinn' });
	const { personId } = await anActor(db, { projectId, name: 'Rustam' });
	const scope = { scopeType: 'project', scopeId: null, fromOn: null, toOn: null } as const;
	const role = { personId, role: 'qa-reviewer', ...scope, reason: 'Knows the field' } as const;
	return { coordinator, qaLead, propose: () => proposeGrant(db, coordinator, role, NOW) };
}

const PEOPLE: HandingOver[] = [
	[
		'a role that somebody else confirms',
		async (db) => {
			const { propose } = await aRole(db);
			return propose;
		},
		['Quinn']
	],
	[
		'a role that is confirmed',
		async (db) => {
			const { qaLead, propose } = await aRole(db);
			const { id: grantId } = await propose();
			return () => confirmGrant(db, qaLead, { grantId, reference: '' }, LATER);
		},
		['Carmen']
	],
	[
		'a role that is declined',
		async (db) => {
			const { qaLead, propose } = await aRole(db);
			const { id: grantId } = await propose();
			return () => revokeGrant(db, qaLead, { grantId, reason: 'Works too close' }, LATER);
		},
		['Carmen']
	],
	[
		'a reviewer who is proposed',
		async (db) => {
			const made = await aReviewableDeliverable(db);
			const input = { itemId: made.item.id, personId: made.first.personId };
			return () => proposeReviewer(db, made.coordinator, input, LATER);
		},
		['Dimitra']
	],
	[
		'a reviewer who may sign after all',
		async (db) => {
			const made = await aReviewableDeliverable(db);
			await stepsOf(db, made).toReview();
			const { personId } = made.first;
			await declareConflict(db, made.qaLead, { personId, reason: 'Married to the author' }, NOW);
			const { id: conflictId } = await db
				.selectFrom('declaredConflict')
				.select('id')
				.executeTakeFirstOrThrow();
			return () => endConflict(db, made.qaLead, { conflictId, reason: 'Divorced' }, LATER);
		},
		['Elena', 'Fabio']
	]
];

async function proposing(db: Db) {
	const { id: projectId } = await aProject(db);
	const workPackage = await aWorkPackage(db, { projectId });
	await anActor(db, { projectId, role: 'coordinator', name: 'Carmen' });
	const partner = await anActor(db, { projectId, name: 'Bahrom' });
	const risk = { description: 'Nobody answers', mitigation: '', workPackageIds: [workPackage.id] };
	return { projectId, workPackage, propose: () => proposeRisk(db, partner, risk, NOW) };
}

const RECORDS: HandingOver[] = [
	[
		'a risk that is proposed in a work package',
		async (db) => {
			const { projectId, workPackage, propose } = await proposing(db);
			const scope = { type: 'work-package', id: workPackage.id } as const;
			await anActor(db, { projectId, role: 'wp-leader', scope, name: 'Wanda' });
			return propose;
		},
		['Wanda']
	],
	[
		'a risk that is proposed where nobody leads',
		async (db) => {
			const { propose } = await proposing(db);
			return propose;
		},
		['Carmen']
	],
	[
		'an entry that is begun for another organisation',
		async (db) => {
			const { coordinator, kaznu } = await aCatalogue(db);
			const input = { organisationId: kaznu.id, title: 'Soils', language: 'en', theme: '' };
			return () => createEntry(db, coordinator, input, NOW);
		},
		['Aigerim']
	]
];

testWhoIsTold([...MEETINGS, ...PEOPLE, ...RECORDS]);
