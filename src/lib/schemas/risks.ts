import * as v from 'valibot';
import { MEASURES } from '#lib/domain/risks/statements.ts';
import { Day, Id, Ids, optionalText, requiredText, Version } from './fields.ts';

const description = requiredText('Say what may happen, and what would follow from it.');

export const ProposeRiskSchema = v.object({
	description,
	mitigation: optionalText(4000),
	workPackageIds: Ids
});
export type ProposeRisk = v.InferOutput<typeof ProposeRiskSchema>;

const RISK = { riskId: Id, version: Version };

export const EditRiskSchema = v.object({
	...RISK,
	description,
	mitigation: optionalText(4000),
	workPackageIds: Ids
});
export type EditRisk = v.InferOutput<typeof EditRiskSchema>;

const person = v.pipe(v.string('Choose a person.'), v.uuid('Choose a person.'));

export const GiveRiskSchema = v.object({ ...RISK, ownerId: person });
export type GiveRisk = v.InferOutput<typeof GiveRiskSchema>;

const degree = (what: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^[1-5]$/, `Choose the ${what}, from 1 to 5.`),
		v.transform(Number)
	);

export const AssessRiskSchema = v.object({
	...RISK,
	likelihood: degree('likelihood'),
	severity: degree('severity'),
	note: requiredText('Say on what the assessment rests.')
});
export type AssessRisk = v.InferOutput<typeof AssessRiskSchema>;

export const MitigateRiskSchema = v.object({ ...RISK, note: optionalText() });
export const HandleRiskSchema = v.object({ ...RISK, note: requiredText('Say what was done about it.') });
export const EndRiskSchema = v.object({ ...RISK, note: requiredText('Say why.') });
export type MoveRisk = v.InferOutput<typeof MitigateRiskSchema>;

export const MaterialiseRiskSchema = v.object({
	...RISK,
	happenedOn: Day,
	note: requiredText('Say what happened.')
});
export type MaterialiseRisk = v.InferOutput<typeof MaterialiseRiskSchema>;

export const PlanMeasureSchema = v.object({
	riskId: Id,
	text: requiredText('Say what is to be done against it.', 1000),
	ownerId: person,
	dueOn: Day
});
export type PlanMeasure = v.InferOutput<typeof PlanMeasureSchema>;

export const EndMeasureSchema = v.object({
	measureId: Id,
	version: Version,
	outcome: v.picklist(['done', 'dropped'], 'Say whether it is done or dropped.'),
	text: requiredText('Say what came of it, or why it was dropped.')
});
export type EndMeasure = v.InferOutput<typeof EndMeasureSchema>;

export const WriteStatementSchema = v.object({
	riskId: Id,
	periodId: Id,
	measures: v.picklist(MEASURES, 'Say whether the measures were applied.'),
	materialised: v.pipe(
		v.picklist(['yes', 'no'], 'Say whether the risk materialised.'),
		v.transform((answer) => answer === 'yes')
	),
	text: requiredText('Write the state of play.', 4000)
});
export type WriteStatement = v.InferOutput<typeof WriteStatementSchema>;
