import * as v from 'valibot';
import { DECISION_WAYS } from '#lib/domain/meetings/decisions.ts';
import { Day, Id, OptionalDay, optionalText, requiredText, Version } from '#lib/schemas/fields.ts';
import { OptionalCount, OptionalId, Ticked } from './fields.ts';

const TEXT = {
	title: requiredText('Say in one line what was decided.', 300),
	text: requiredText('Write the decision as it was taken.', 5000),
	rationale: optionalText(5000)
};

const VOTES = { votesFor: OptionalCount, votesAgainst: OptionalCount, votesAbstained: OptionalCount };

export const RecordDecisionSchema = v.object({
	/** Both empty: taken without a meeting. An agenda item names its meeting. */
	meetingId: OptionalId,
	agendaItemId: OptionalId,
	...TEXT,
	how: v.picklist(DECISION_WAYS, 'Say how it was decided.'),
	...VOTES,
	urgent: Ticked,
	/** Empty: the day of the meeting, or today. */
	decidedOn: OptionalDay,
	effectiveOn: OptionalDay,
	/** The code of the decision that it replaces. */
	supersedes: optionalText(20),
	level: v.optional(v.picklist(['PU', 'SEN'], 'Choose who may read it.'), 'PU')
});
export type RecordDecision = v.InferOutput<typeof RecordDecisionSchema>;

export const CorrectDecisionSchema = v.object({
	decisionId: Id,
	version: Version,
	...TEXT,
	how: v.picklist(DECISION_WAYS, 'Say how it was decided.'),
	...VOTES,
	decidedOn: Day,
	effectiveOn: OptionalDay,
	urgent: Ticked,
	level: v.picklist(['PU', 'SEN'], 'Choose who may read it.')
});
export type CorrectDecision = v.InferOutput<typeof CorrectDecisionSchema>;
