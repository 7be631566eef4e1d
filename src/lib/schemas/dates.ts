import * as v from 'valibot';
import { withDecision } from '#lib/domain/meetings/decisions.ts';
import { Day, Id, optionalText, requiredText, Version } from './fields.ts';

export const MoveForecastSchema = v.object({
	itemId: Id,
	version: Version,
	toOn: Day,
	reasonCode: requiredText('Choose a reason.', 40),
	reasonText: optionalText()
});
export type MoveForecast = v.InferOutput<typeof MoveForecastSchema>;

/** A decision chosen from the register stands first in the reference; other words may stand beside it, or alone. */
export const MoveAgreedDateSchema = v.pipe(
	v.object({
		itemId: Id,
		version: Version,
		toOn: Day,
		reference: optionalText(200),
		decision: optionalText(20),
		reasonText: optionalText()
	}),
	v.transform(({ decision, ...move }) => ({ ...move, reference: withDecision(move.reference, decision) })),
	v.forward(
		v.partialCheck(
			[['reference']],
			({ reference }) => reference !== '',
			'Choose the decision, or give the reference of the officer’s answer.'
		),
		['reference']
	)
);
export type MoveAgreedDate = v.InferOutput<typeof MoveAgreedDateSchema>;
