import * as v from 'valibot';
import { HEAD_ROLES, PERSON_KINDS } from '#lib/domain/outreach/heads.ts';
import { Id, optionalText } from '#lib/schemas/fields.ts';
import { OptionalId } from '#lib/schemas/meetings/fields.ts';

const Heads = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^\d{0,7}$/, 'Enter a whole number.'),
	v.transform((text) => (text === '' ? null : Number(text)))
);

interface Said {
	valueState: string;
	heads: number | null;
	women: number | null;
	reason: string;
}

export const SaveHeads = v.pipe(
	v.object({
		/** Of a line that is changed; with the version that was seen. */
		headsId: OptionalId,
		version: v.pipe(v.optional(v.string(), ''), v.regex(/^\d{0,9}$/), v.transform(Number)),
		role: v.picklist(HEAD_ROLES, 'Choose in what role they came.'),
		kind: v.picklist(PERSON_KINDS, 'Choose who they are.'),
		organisationId: OptionalId,
		groupName: optionalText(200),
		valueState: v.picklist(['value', 'nil', 'not-applicable', 'missing'], 'Say what is known.'),
		heads: Heads,
		women: Heads,
		reason: optionalText(500),
		listId: OptionalId
	}),
	v.forward(
		v.partialCheck(
			[['valueState'], ['heads']],
			({ valueState, heads }: Pick<Said, 'valueState' | 'heads'>) =>
				valueState !== 'value' || (heads !== null && heads > 0),
			'Enter how many, or say that nobody came.'
		),
		['heads']
	),
	v.forward(
		v.partialCheck(
			[['heads'], ['women']],
			({ heads, women }: Pick<Said, 'heads' | 'women'>) => women === null || heads === null || women <= heads,
			'Women are part of all: enter no more than came.'
		),
		['women']
	),
	v.forward(
		v.partialCheck(
			[['valueState'], ['reason']],
			({ valueState, reason }: Pick<Said, 'valueState' | 'reason'>) =>
				valueState !== 'not-applicable' || reason !== '',
			'Say why it does not apply.'
		),
		['reason']
	),
	v.transform((input) => ({
		...input,
		...(input.valueState === 'value' ? {} : { heads: null, women: null }),
		reason: input.valueState === 'not-applicable' ? input.reason : ''
	}))
);
export type SaveHeads = v.InferOutput<typeof SaveHeads>;

export const RemoveHeads = v.object({ headsId: Id });
