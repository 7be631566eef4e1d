import * as v from 'valibot';
import { password, sha256Text } from '#lib/schemas/deliverables.ts';
import { Id, requiredText, Version } from '#lib/schemas/fields.ts';
import { OptionalId } from './fields.ts';

const LONGEST = 30_000;

export const WriteMinutesSchema = v.object({
	agendaItemId: Id,
	/** The version of this text that was seen; 0 where there was none. */
	version: Version,
	text: v.pipe(v.string(), v.trim(), v.maxLength(LONGEST, `At most ${LONGEST} characters.`)),
	/** The form under the same point that is wanted next. */
	then: v.optional(v.picklist(['information', 'decision', 'action']))
});
export type WriteMinutes = v.InferOutput<typeof WriteMinutesSchema>;

export const RecordInformationSchema = v.object({
	agendaItemId: Id,
	text: requiredText('Write what everybody should know.', 5000)
});
export type RecordInformation = v.InferOutput<typeof RecordInformationSchema>;

export const OfOutcomeSchema = v.object({ outcomeId: Id });
export type OfOutcome = v.InferOutput<typeof OfOutcomeSchema>;

export const PromoteNoteSchema = v.object({
	outcomeId: Id,
	title: requiredText('Write what is to be done, so that anybody can tell whether it is.', 300),
	ownerId: v.pipe(v.string('Choose who does it.'), v.uuid('Choose who does it.')),
	dueOn: v.pipe(v.string('Choose a day.'), v.trim(), v.isoDate('Choose a day.'))
});
export type PromoteNote = v.InferOutput<typeof PromoteNoteSchema>;

/** The text that the page showed, so that nothing goes round that nobody read. */
export const CirculateMinutesSchema = v.object({ sha256: sha256Text });
export type CirculateMinutes = v.InferOutput<typeof CirculateMinutesSchema>;

export const WithdrawCirculationSchema = v.object({
	reason: requiredText('Say why the minutes are taken back.')
});
export type WithdrawCirculation = v.InferOutput<typeof WithdrawCirculationSchema>;

export const RaiseObjectionSchema = v.object({
	/** Null: to the minutes as a whole. */
	agendaItemId: OptionalId,
	text: requiredText('Say what is wrong and how it should read.', 5000)
});
export type RaiseObjection = v.InferOutput<typeof RaiseObjectionSchema>;

export const AnswerObjectionSchema = v.object({
	objectionId: Id,
	answer: requiredText('Write an answer.', 5000)
});
export type AnswerObjection = v.InferOutput<typeof AnswerObjectionSchema>;

export const SettleObjectionSchema = v.object({
	objectionId: Id,
	note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, 'At most 2000 characters.')), '')
});
export type SettleObjection = v.InferOutput<typeof SettleObjectionSchema>;

export const SignMinutesSchema = v.object({
	part: v.picklist(['chair', 'secretary'], 'Reload the page.'),
	coversSha256: sha256Text,
	password
});
export type SignMinutes = v.InferOutput<typeof SignMinutesSchema>;

export const CorrectMinutesSchema = v.object({
	/** Null: of the minutes as a whole. */
	agendaItemId: OptionalId,
	text: requiredText('Write what it should say.', 5000),
	reason: requiredText('Say what was wrong.')
});
export type CorrectMinutes = v.InferOutput<typeof CorrectMinutesSchema>;
