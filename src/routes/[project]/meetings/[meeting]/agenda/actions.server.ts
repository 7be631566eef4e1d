import type * as v from 'valibot';
import type { Permission } from '#lib/domain/permissions.ts';
import * as schemas from '#lib/schemas/meetings/agenda.ts';
import { addAgendaItem, proposeAgendaItem } from '#lib/server/commands/add-agenda-item.ts';
import { addMeetingEvidence } from '#lib/server/commands/add-meeting-evidence.ts';
import { decideAgendaProposal } from '#lib/server/commands/decide-agenda-proposal.ts';
import { editAgendaItem } from '#lib/server/commands/edit-agenda-item.ts';
import {
	evidenceOfAddress,
	evidenceOfFiles,
	evidenceOfProject,
	type EvidenceOf
} from '#lib/server/commands/evidence-of.ts';
import { linkAgendaRecord, unlinkAgendaRecord } from '#lib/server/commands/link-agenda-record.ts';
import { moveAgendaItem } from '#lib/server/commands/move-agenda-item.ts';
import { dropAgendaItem, parkAgendaItem } from '#lib/server/commands/park-agenda-item.ts';
import { removeMeetingEvidence } from '#lib/server/commands/remove-meeting-evidence.ts';
import { runAgendaClock } from '#lib/server/commands/run-agenda-clock.ts';
import { takeAgendaItem } from '#lib/server/commands/take-agenda-item.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { findMeetingId } from '#lib/server/queries/find-meeting-id.ts';

type Command<Input> = (
	db: ProjectRequest['db'],
	actor: ProjectRequest['actor'],
	input: Input & { meetingId: string },
	now: Date
) => Promise<unknown>;

/** What a form sends, as a schema of what it means. */
type Sent<Input> = v.GenericSchema<Record<string, string | string[] | undefined>, Input>;

/** An act on the agenda of the meeting in the address; then the agenda is shown again without an open form. */
function act<Input extends object>(
	permission: Permission,
	schema: Sent<Input>,
	command: Command<Input>,
	flash: string | ((input: Input) => string)
) {
	return action(permission, schema, async ({ db, actor, now, url, param }, input) => {
		const meetingId = await findMeetingId(db, actor.projectId, param('meeting'));
		await command(db, actor, { ...input, meetingId }, now);
		return { to: url.pathname, flash: typeof flash === 'string' ? flash : flash(input) };
	});
}

/** The same, with the point's form still open. */
function stay<Input extends object>(schema: Sent<Input>, command: Command<Input>, flash: string) {
	return action('meeting:edit', schema, async ({ db, actor, now, param }, input) => {
		const meetingId = await findMeetingId(db, actor.projectId, param('meeting'));
		await command(db, actor, { ...input, meetingId }, now);
		return { flash };
	});
}

type Added = Pick<schemas.UploadPaper, 'pointId'>;

async function addPaper(
	{ db, actor, now, param }: ProjectRequest,
	{ pointId }: Added,
	permission: 'meeting:edit' | 'agenda:propose',
	evidenceOf: EvidenceOf
) {
	const meetingId = await findMeetingId(db, actor.projectId, param('meeting'));
	await addMeetingEvidence(db, actor, { meetingId, pointId, purpose: 'paper', permission }, evidenceOf, now);
	return { flash: 'paper-added' };
}

const addFiles =
	(permission: 'meeting:edit' | 'agenda:propose') =>
	(request: ProjectRequest, input: schemas.UploadPaper, files: readonly ReceivedFile[]) =>
		addPaper(request, input, permission, evidenceOfFiles(request.actor, files, input.level, request.now));

export const agendaActions = {
	add: act('meeting:edit', schemas.AddPoint, addAgendaItem, 'agenda-added'),
	propose: act('agenda:propose', schemas.AddPoint, proposeAgendaItem, 'agenda-proposed'),
	edit: act('meeting:edit', schemas.EditPoint, editAgendaItem, 'saved'),
	move: act('meeting:edit', schemas.MovePoint, moveAgendaItem, 'agenda-moved'),
	park: act('meeting:edit', schemas.ChoosePoint, parkAgendaItem, 'agenda-parked'),
	drop: act('meeting:edit', schemas.ChoosePoint, dropAgendaItem, 'agenda-dropped'),
	take: act('meeting:edit', schemas.TakePoint, takeAgendaItem, 'agenda-taken'),
	decide: act('meeting:edit', schemas.DecideProposal, decideAgendaProposal, ({ verdict }) =>
		verdict === 'accept' ? 'proposal-accepted' : 'proposal-declined'
	),
	clock: act('meeting:edit', schemas.ClockPoint, runAgendaClock, ({ event }) =>
		event === 'open' ? 'point-opened' : 'point-closed'
	),
	link: stay(schemas.LinkRecord, linkAgendaRecord, 'record-linked'),
	unlink: stay(schemas.UnlinkRecord, unlinkAgendaRecord, 'record-unlinked'),

	upload: uploadAction('meeting:edit', schemas.UploadPaper, addFiles('meeting:edit')),
	/** A paper that somebody invited brings along. */
	bring: uploadAction('agenda:propose', schemas.UploadPaper, addFiles('agenda:propose')),
	address: action('meeting:edit', schemas.LinkPaper, (request, input) =>
		addPaper(request, input, 'meeting:edit', evidenceOfAddress(request.actor, input, request.now))
	),
	reuse: action('meeting:edit', schemas.ReusePaper, (request, input) =>
		addPaper(request, input, 'meeting:edit', evidenceOfProject(request.actor, input.evidenceId))
	),
	remove: stay(schemas.RemovePaper, removeMeetingEvidence, 'paper-removed')
};
