import * as v from 'valibot';
import { isMailKind, OPTIONAL_MAIL_KINDS } from '#lib/domain/mail/kinds.ts';
import { isTimeZone } from '#lib/domain/meetings/zones.ts';

const MAIL_WISHES = ['usual', 'digest', 'off'] as const;

/** `ball:off`: a kind of mail with what is wanted of it. */
const Choice = v.pipe(
	v.string(),
	v.transform((text) => text.split(':')),
	v.tuple([
		v.pipe(
			v.string(),
			v.check((kind) => isMailKind(kind) && OPTIONAL_MAIL_KINDS.includes(kind), 'Reload the page.')
		),
		v.picklist(MAIL_WISHES, 'Reload the page.')
	]),
	v.transform(([kind, wish]) => ({ kind, wish }))
);

export const ChooseMailSchema = v.object({
	digest: v.picklist(['daily', 'weekly', 'off'], 'Choose how often the digest comes.'),
	timeZone: v.pipe(
		v.optional(v.string(), ''),
		v.check((zone) => zone === '' || isTimeZone(zone), 'Choose one of the zones.'),
		v.transform((zone) => (zone === '' ? null : zone))
	),
	choices: v.optional(v.array(Choice), [])
});
export type ChooseMail = v.InferOutput<typeof ChooseMailSchema>;

export const RetryMailSchema = v.object({ letterId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });
