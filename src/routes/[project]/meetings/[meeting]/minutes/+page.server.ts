import { CreateActionSchema } from '#lib/schemas/meetings/actions.ts';
import { RecordDecisionSchema } from '#lib/schemas/meetings/decisions.ts';
import {
	AnswerObjectionSchema,
	CirculateMinutesSchema,
	CorrectMinutesSchema,
	OfOutcomeSchema,
	PromoteNoteSchema,
	RaiseObjectionSchema,
	RecordInformationSchema,
	SettleObjectionSchema,
	SignMinutesSchema,
	WithdrawCirculationSchema,
	WriteMinutesSchema
} from '#lib/schemas/meetings/minutes.ts';
import { NothingSchema } from '#lib/schemas/meetings/fields.ts';
import { freshAuthentication } from '#lib/server/auth/reauthentication.ts';
import { answerObjection } from '#lib/server/commands/answer-objection.ts';
import { approveMinutes } from '#lib/server/commands/approve-minutes.ts';
import { circulateMinutes } from '#lib/server/commands/circulate-minutes.ts';
import { correctMinutes } from '#lib/server/commands/correct-minutes.ts';
import { createPointAction, recordPointDecision } from '#lib/server/commands/record-at-point.ts';
import { promoteNote } from '#lib/server/commands/promote-note.ts';
import { raiseObjection } from '#lib/server/commands/raise-objection.ts';
import { recordInformation, removeInformation } from '#lib/server/commands/record-information.ts';
import { acceptObjection, withdrawObjection } from '#lib/server/commands/settle-objection.ts';
import { signMinutes } from '#lib/server/commands/sign-minutes.ts';
import { withdrawCirculation } from '#lib/server/commands/withdraw-circulation.ts';
import { writeMinutes } from '#lib/server/commands/write-minutes.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { page } from '#lib/server/http/page.ts';
import { minutesPage } from '#lib/server/pages/minutes.ts';

export const load = page('minutes:read', minutesPage);

/** A command of these minutes, given what was typed and whose minutes they are. */
const run = <Input, Result>(
	command: (db: ProjectRequest['db'], actor: ProjectRequest['actor'], input: Input, now: Date) => Result,
	{ db, actor, now }: ProjectRequest,
	input: Input
) => command(db, actor, input, now);

const slugOf = ({ param }: ProjectRequest) => ({ slug: param('meeting') });
/** Back to the place on the page, with no form open. */
const at = ({ url }: ProjectRequest, anchor: string, flash: string, label = '') => ({
	to: `${url.pathname}#${anchor}`,
	flash,
	label
});

export const actions = {
	write: action('minutes:write', WriteMinutesSchema, async (request, input) => {
		const { then, ...written } = input;
		await run(writeMinutes, request, { ...written, ...slugOf(request) });
		const anchor = `point-${input.agendaItemId}`;
		const open = then === undefined ? '' : `?form=${then}&point=${input.agendaItemId}`;
		return { to: `${request.url.pathname}${open}#${anchor}`, flash: 'minutes-written' };
	}),
	inform: action('minutes:write', RecordInformationSchema, async (request, input) => {
		await run(recordInformation, request, { ...input, ...slugOf(request) });
		return at(request, `point-${input.agendaItemId}`, 'outcome-recorded');
	}),
	'remove-information': action('minutes:write', OfOutcomeSchema, async (request, input) => {
		await run(removeInformation, request, { ...input, ...slugOf(request) });
		return at(request, 'points', 'outcome-removed');
	}),
	decide: action('decision:record', RecordDecisionSchema, async (request, input) => {
		const { code } = await run(recordPointDecision, request, { ...input, ...slugOf(request) });
		return at(request, `point-${input.agendaItemId}`, 'outcome-recorded', code);
	}),
	give: action('action:create', CreateActionSchema, async (request, input) => {
		const { code } = await run(createPointAction, request, { ...input, ...slugOf(request) });
		return at(request, `point-${input.agendaItemId}`, 'outcome-recorded', code);
	}),
	promote: action('action:create', PromoteNoteSchema, async (request, input) => {
		const { code } = await run(promoteNote, request, { ...input, ...slugOf(request) });
		return at(request, 'points', 'outcome-recorded', code);
	}),
	circulate: action('minutes:circulate', CirculateMinutesSchema, async (request, input) => {
		await run(circulateMinutes, request, { ...input, ...slugOf(request) });
		return at(request, 'procedure', 'minutes-circulated');
	}),
	'take-back': action('minutes:circulate', WithdrawCirculationSchema, async (request, input) => {
		await run(withdrawCirculation, request, { ...input, ...slugOf(request) });
		return at(request, 'procedure', 'circulation-withdrawn');
	}),
	object: action('minutes:object', RaiseObjectionSchema, async (request, input) => {
		await run(raiseObjection, request, { ...input, ...slugOf(request) });
		return at(request, 'objections', 'objection-raised');
	}),
	answer: action('minutes:write', AnswerObjectionSchema, async (request, input) => {
		await run(answerObjection, request, { ...input, ...slugOf(request) });
		return at(request, 'objections', 'objection-answered');
	}),
	'withdraw-objection': action('minutes:object', SettleObjectionSchema, async (request, input) => {
		await run(withdrawObjection, request, { ...input, ...slugOf(request) });
		return at(request, 'objections', 'objection-withdrawn');
	}),
	accept: action('minutes:circulate', SettleObjectionSchema, async (request, input) => {
		await run(acceptObjection, request, { ...input, ...slugOf(request) });
		return at(request, 'procedure', 'objection-accepted');
	}),
	approve: action('minutes:approve', NothingSchema, async (request) => {
		await run(approveMinutes, request, slugOf(request));
		return at(request, 'procedure', 'minutes-approved');
	}),
	sign: action('minutes:sign', SignMinutesSchema, async (request, { password, ...input }) => {
		const authenticatedAt = await freshAuthentication(request, password);
		const { isLocked } = await run(signMinutes, request, { ...input, ...slugOf(request), authenticatedAt });
		return at(request, 'signatures', isLocked ? 'minutes-locked' : 'signed');
	}),
	correct: action('minutes:write', CorrectMinutesSchema, async (request, input) => {
		const number = await run(correctMinutes, request, { ...input, ...slugOf(request) });
		return at(request, 'errata', 'erratum-recorded', `Erratum ${number}`);
	})
};
