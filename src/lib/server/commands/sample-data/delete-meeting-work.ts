import type { Db } from '#db/schema.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** Invented meetings, and what invented people wrote, decided and signed in meetings that took place. */
export async function deleteMeetingWork(db: Db, { projectId, people, items }: SampleScope): Promise<void> {
	const theirs = ['', ...people];
	await deleteMinutes(db, projectId, theirs);
	await freeActions(db, theirs, ['', ...items]);
	await deleteDecisions(db, projectId, theirs);
	await deleteAgendas(db, projectId, theirs);
	await deleteMeetings(db, projectId, theirs);
}

async function deleteMinutes(db: Db, projectId: string, theirs: readonly string[]): Promise<void> {
	await db.deleteFrom('minutesErratum').where('madeBy', 'in', theirs).execute();
	await db
		.deleteFrom('minutesCirculation')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('circulatedBy', 'in', theirs)]))
		.execute();
	await db.deleteFrom('minutesSignature').where('personId', 'in', theirs).execute();
	await db.deleteFrom('minutesObjection').where('personId', 'in', theirs).execute();
	await db
		.updateTable('minutesObjection')
		.set({ answeredBy: null })
		.where('answeredBy', 'in', theirs)
		.execute();
	await db
		.updateTable('minutesObjection')
		.set({ settledBy: null })
		.where('settledBy', 'in', theirs)
		.execute();
	await db.updateTable('minutesCirculation').set({ endedBy: null }).where('endedBy', 'in', theirs).execute();
	await db
		.deleteFrom('minutesOutcome')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('createdBy', 'in', theirs)]))
		.execute();
	await db.deleteFrom('minutesText').where('writtenBy', 'in', theirs).execute();
	await showLastTexts(db, projectId);
}

/** What somebody else had written before is the text again. */
async function showLastTexts(db: Db, projectId: string): Promise<void> {
	const agenda = db.selectFrom('agendaItem').select('id').where('projectId', '=', projectId);
	await db
		.updateTable('minutesText')
		.set({ untilAt: null })
		.where('agendaItemId', 'in', agenda)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('minutesText as later')
						.select('later.version')
						.whereRef('later.agendaItemId', '=', 'minutesText.agendaItemId')
						.whereRef('later.version', '>', 'minutesText.version')
				)
			)
		)
		.execute();
}

/** Actions that stay lose what goes: their people and the invented items they named. */
async function freeActions(db: Db, theirs: readonly string[], items: readonly string[]): Promise<void> {
	for (const column of ['ownerId', 'proposedOwnerId', 'blockedByPersonId', 'doneBy', 'verifiedBy'] as const)
		await db
			.updateTable('action')
			.set({ [column]: null })
			.where(column, 'in', theirs)
			.execute();
	for (const column of ['originItemId', 'blockedByItemId', 'supersededByItemId'] as const)
		await db
			.updateTable('action')
			.set({ [column]: null })
			.where(column, 'in', items)
			.execute();
	await db.updateTable('actionStep').set({ takenBy: null }).where('takenBy', 'in', theirs).execute();
	await db.deleteFrom('actionDateProposal').where('proposedBy', 'in', theirs).execute();
	await db
		.updateTable('actionDateProposal')
		.set({ decidedBy: null })
		.where('decidedBy', 'in', theirs)
		.execute();
}

async function deleteDecisions(db: Db, projectId: string, theirs: readonly string[]): Promise<void> {
	const gone = db
		.selectFrom('decision')
		.select('id')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('recordedBy', 'in', theirs)]));
	const ids = ['', ...(await gone.execute()).map(({ id }) => id)];
	await db.updateTable('action').set({ decisionId: null }).where('decisionId', 'in', ids).execute();
	await db.updateTable('decision').set({ supersedesId: null }).where('supersedesId', 'in', ids).execute();
	await db.deleteFrom('decision').where('id', 'in', ids).execute();
	await db.deleteFrom('decisionEffect').where('recordedBy', 'in', theirs).execute();
}

async function deleteAgendas(db: Db, projectId: string, theirs: readonly string[]): Promise<void> {
	const meetings = db
		.selectFrom('meeting')
		.select('id')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('createdBy', 'in', theirs)]));
	const gone = db
		.selectFrom('agendaItem')
		.select('id')
		.where('projectId', '=', projectId)
		.where((eb) =>
			eb.or([eb('origin', '=', 'sample'), eb('proposedBy', 'in', theirs), eb('meetingId', 'in', meetings)])
		);
	const ids = ['', ...(await gone.execute()).map(({ id }) => id)];
	await db.updateTable('action').set({ agendaItemId: null }).where('agendaItemId', 'in', ids).execute();
	await db.updateTable('decision').set({ agendaItemId: null }).where('agendaItemId', 'in', ids).execute();
	await db.deleteFrom('agendaItem').where('id', 'in', ids).execute();
	await db.updateTable('agendaItem').set({ presenterId: null }).where('presenterId', 'in', theirs).execute();
	await db.updateTable('agendaItem').set({ decidedBy: null }).where('decidedBy', 'in', theirs).execute();
	const risks = db
		.selectFrom('risk')
		.select('id')
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample');
	await db
		.deleteFrom('agendaLink')
		.where((eb) => eb.or([eb('addedBy', 'in', theirs), eb('riskId', 'in', risks)]))
		.execute();
	await db.updateTable('action').set({ riskId: null }).where('riskId', 'in', risks).execute();
}

async function deleteMeetings(db: Db, projectId: string, theirs: readonly string[]): Promise<void> {
	await db.deleteFrom('meetingEvidence').where('usedBy', 'in', theirs).execute();
	await db
		.deleteFrom('meetingInvitee')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('personId', 'in', theirs), eb('origin', '=', 'sample')]))
		.execute();
	for (const column of ['answeredBy', 'attendanceBy', 'invitedBy'] as const)
		await db
			.updateTable('meetingInvitee')
			.set({ [column]: null })
			.where(column, 'in', theirs)
			.execute();
	const gone = db
		.selectFrom('meeting')
		.select('id')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('createdBy', 'in', theirs)]));
	const ids = ['', ...(await gone.execute()).map(({ id }) => id)];
	await db.updateTable('action').set({ meetingId: null }).where('meetingId', 'in', ids).execute();
	await db.updateTable('decision').set({ meetingId: null }).where('meetingId', 'in', ids).execute();
	await db.deleteFrom('meeting').where('id', 'in', ids).execute();
	for (const column of ['chairId', 'secretaryId'] as const)
		await db
			.updateTable('meeting')
			.set({ [column]: null })
			.where(column, 'in', theirs)
			.execute();
	await startMinutesAgain(db, projectId);
	const used = db.selectFrom('meeting').select('seriesId').where('seriesId', 'is not', null);
	await db
		.deleteFrom('meetingSeries')
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample')
		.where('id', 'not in', used.$narrowType<{ seriesId: string }>())
		.execute();
}

/** Minutes that were never sent round are a draft. */
async function startMinutesAgain(db: Db, projectId: string): Promise<void> {
	const circulated = db.selectFrom('minutesCirculation').select('meetingId');
	const again = db
		.updateTable('meeting')
		.where('projectId', '=', projectId)
		.where('id', 'not in', circulated)
		.where('minutesState', '!=', 'draft');
	await again.set((eb) => ({ minutesState: 'draft', version: eb('version', '+', 1) })).execute();
	await db
		.updateTable('meeting')
		.set((eb) => ({ state: 'held', version: eb('version', '+', 1) }))
		.where('projectId', '=', projectId)
		.where('minutesState', '=', 'draft')
		.where('state', 'in', ['minuted', 'closed'])
		.execute();
}
