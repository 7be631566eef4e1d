import * as v from 'valibot';
import { Day, Id, optionalText, requiredText, Version } from './fields.ts';

export const MoveForecastSchema = v.object({
	itemId: Id,
	version: Version,
	toOn: Day,
	reasonCode: requiredText('Choose a reason.', 40),
	reasonText: optionalText()
});
export type MoveForecast = v.InferOutput<typeof MoveForecastSchema>;

export const MoveAgreedDateSchema = v.object({
	itemId: Id,
	version: Version,
	toOn: Day,
	reference: requiredText('Give the reference of the decision or the officer’s answer.', 200),
	reasonText: optionalText()
});
export type MoveAgreedDate = v.InferOutput<typeof MoveAgreedDateSchema>;
