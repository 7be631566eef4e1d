import type { Db } from '#db/schema.ts';
import { anActor } from './an-actor.ts';
import { anOrganisation } from './an-organisation.ts';
import { aMeeting, anInvitee } from './a-meeting.ts';
import { aProject } from './a-project.ts';
import { aWorkPackage } from './a-work-package.ts';
import { anAgendaItem } from './an-agenda-item.ts';

/** A project with a coordinator, an owner of actions in Kazakhstan, a QA lead and a meeting of 1 June. */
export async function anActionProject(db: Db) {
	const { id: projectId, slug } = await aProject(db);
	const coordinating = await anOrganisation(db, { projectId, role: 'coordinator', country: 'ES' });
	const workPackage = await aWorkPackage(db, { projectId });
	const owning = await anOrganisation(db, { projectId });
	const coordinator = await anActor(db, {
		projectId,
		role: 'coordinator',
		organisationId: coordinating.id,
		name: 'Carmen'
	});
	const owner = await anActor(db, { projectId, organisationId: owning.id, name: 'Oraz' });
	const qaLead = await anActor(db, { projectId, role: 'qa-lead', name: 'Quinn' });
	const meeting = await aMeeting(db, {
		projectId,
		state: 'held',
		chairId: coordinator.personId,
		days: [{ day: '2026-06-01', startsAt: 540, endsAt: 1020 }]
	});
	await anInvitee(db, { projectId, meetingId: meeting.id, organisationId: owning.id, attendance: 'remote' });
	const point = await anAgendaItem(db, { projectId, meetingId: meeting.id });
	return { projectId, slug, workPackage, coordinator, owner, qaLead, meeting, point };
}

/** What a form to create an action sends, from nothing in particular. */
export const A_NEW_ACTION = {
	title: 'Send the pilot report to Madrid',
	description: '',
	dueOn: '2026-06-30',
	meetingId: null,
	agendaItemId: null,
	decisionId: null,
	originItemId: null,
	riskId: null,
	workPackageId: null
};

/** What a form to record a decision sends. */
export const A_NEW_DECISION = {
	meetingId: null,
	agendaItemId: null,
	title: 'The pilot report is due on 30 June',
	text: 'The consortium moves the pilot report to 30 June 2026.',
	rationale: '',
	how: 'consensus' as const,
	votesFor: null,
	votesAgainst: null,
	votesAbstained: null,
	urgent: false,
	decidedOn: null,
	effectiveOn: null,
	supersedes: '',
	level: 'PU' as const
};
