import * as v from 'valibot';
import { Day, Id, optionalText, requiredText, Version } from '#lib/schemas/fields.ts';
import { OptionalId } from './fields.ts';

/** What it came from: one of these is given; the most exact one counts. */
const ORIGIN = {
	meetingId: OptionalId,
	agendaItemId: OptionalId,
	decisionId: OptionalId,
	originItemId: OptionalId,
	riskId: OptionalId
};

export const CreateActionSchema = v.object({
	title: requiredText('Write what is to be done, so that anybody can tell whether it is.', 300),
	description: optionalText(5000),
	ownerId: v.pipe(v.string('Choose who does it.'), v.uuid('Choose who does it.')),
	dueOn: Day,
	...ORIGIN,
	/** Null: of the meeting, the item or the risk it came from, else the first of the project. */
	workPackageId: OptionalId
});
export type CreateAction = v.InferOutput<typeof CreateActionSchema>;

const ACTION = { itemId: Id, version: Version };

export const ActionStepSchema = v.object({ ...ACTION, note: optionalText() });
export type TakeActionStep = v.InferOutput<typeof ActionStepSchema>;

export const DeclineActionSchema = v.object({
	...ACTION,
	reason: requiredText('Say why you cannot take it on.'),
	proposedOwnerId: v.pipe(v.string('Propose somebody.'), v.uuid('Propose somebody.'))
});
export type DeclineAction = v.InferOutput<typeof DeclineActionSchema>;

export const BlockActionSchema = v.object({
	...ACTION,
	reason: requiredText('Say what you wait for.'),
	personId: OptionalId,
	/** The code of the deliverable, milestone, entry or action it waits for. */
	waitsFor: optionalText(40)
});
export type BlockAction = v.InferOutput<typeof BlockActionSchema>;

export const ReopenActionSchema = v.object({ ...ACTION, reason: requiredText('Say what is missing.') });
export type ReopenAction = v.InferOutput<typeof ReopenActionSchema>;

export const HandOverActionSchema = v.object({
	...ACTION,
	ownerId: v.pipe(v.string('Choose who does it.'), v.uuid('Choose who does it.')),
	note: optionalText()
});
export type HandOverAction = v.InferOutput<typeof HandOverActionSchema>;

export const CancelActionSchema = v.object({ ...ACTION, reason: requiredText('Say why it is not done.') });
export type CancelAction = v.InferOutput<typeof CancelActionSchema>;

export const SupersedeActionSchema = v.object({
	...ACTION,
	by: requiredText('Enter the code of the action that takes its place.', 20),
	reason: optionalText()
});
export type SupersedeAction = v.InferOutput<typeof SupersedeActionSchema>;

export const ClaimActionSchema = v.object({ ...ACTION, text: optionalText(5000) });
export type ClaimAction = v.InferOutput<typeof ClaimActionSchema>;

export const ProposeActionDateSchema = v.object({
	...ACTION,
	toOn: Day,
	reasonCode: requiredText('Choose a reason.', 40),
	reasonText: optionalText()
});
export type ProposeActionDate = v.InferOutput<typeof ProposeActionDateSchema>;

export const DecideActionDateSchema = v.object({
	...ACTION,
	proposalId: Id,
	verdict: v.picklist(['agreed', 'refused'], 'Agree or refuse.'),
	note: optionalText(),
	/** The decision behind it, if there is one. */
	reference: optionalText(200)
});
export type DecideActionDate = v.InferOutput<typeof DecideActionDateSchema>;

export const EditActionSchema = v.object({
	...ACTION,
	title: requiredText('Write what is to be done, so that anybody can tell whether it is.', 300),
	description: optionalText(5000)
});
export type EditAction = v.InferOutput<typeof EditActionSchema>;

const level = v.picklist(['PU', 'SEN'], 'Choose who may read it.');

export const UploadActionEvidenceSchema = v.object({ ...ACTION, level });

export const ReuseActionEvidenceSchema = v.object({ ...ACTION, evidenceId: Id });

export const LinkActionAddressSchema = v.object({
	...ACTION,
	level,
	url: requiredText('Enter an address.'),
	title: optionalText(300)
});

export const GiveActionSchema = v.object({
	...CreateActionSchema.entries,
	/** What it comes from as the address of the form names it: `decision:…`, `meeting:…`. */
	from: optionalText(60)
});
