import * as v from 'valibot';
import { Id, OptionalDay, optionalText, requiredText, Version } from '#lib/schemas/fields.ts';
import { minutesOf } from './clock.ts';

const OptionalId = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.check((text) => text === '' || v.is(Id, text), 'Reload the page.'),
	v.transform((text) => (text === '' ? null : text))
);

/** A time of day such as 09:30, or nothing. */
const OptionalTime = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.check((text) => text === '' || (minutesOf(text) ?? 1440) < 1440, 'A time is written like 09:30.'),
	v.transform((text) => minutesOf(text))
);

const OptionalMinutes = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^$|^[1-9]\d{0,3}$/, 'Enter minutes such as 30.'),
	v.transform((text) => (text === '' ? null : Number(text))),
	v.nullable(v.pipe(v.number(), v.maxValue(1440, 'At most 1440 minutes.')))
);

const fields = {
	title: requiredText('Say what the point is about.', 300),
	description: optionalText(4000),
	day: OptionalDay,
	section: optionalText(120),
	track: optionalText(120),
	startsAt: OptionalTime,
	minutes: OptionalMinutes,
	presenterId: OptionalId,
	presenterName: optionalText(200)
};

export const AddPoint = v.object(fields);
export type AddPoint = v.InferOutput<typeof AddPoint>;

export const EditPoint = v.object({ ...fields, pointId: Id, version: Version });
export type EditPoint = v.InferOutput<typeof EditPoint>;

export const MovePoint = v.object({
	pointId: Id,
	direction: v.picklist(['up', 'down', 'before'], 'Reload the page.'),
	/** Of a point that was dragged: which one it was put before; null: after the last. */
	before: OptionalId
});
export type MovePoint = v.InferOutput<typeof MovePoint>;

export const ChoosePoint = v.object({ pointId: Id });

export const TakePoint = v.object({ pointId: Id, day: OptionalDay });
export type TakePoint = v.InferOutput<typeof TakePoint>;

export const DecideProposal = v.pipe(
	v.object({
		pointId: Id,
		verdict: v.picklist(['accept', 'decline'], 'Accept or decline.'),
		note: optionalText(1000)
	}),
	v.forward(
		v.partialCheck(
			[['verdict'], ['note']],
			({ verdict, note }) => verdict === 'accept' || note !== '',
			'Say why; who proposed it reads it.'
		),
		['note']
	)
);
export type DecideProposal = v.InferOutput<typeof DecideProposal>;

export const LinkRecord = v.object({
	pointId: Id,
	code: requiredText('Enter the code of a record, such as D4.2.', 40)
});
export type LinkRecord = v.InferOutput<typeof LinkRecord>;

export const UnlinkRecord = v.object({ linkId: Id });

export const ClockPoint = v.object({
	pointId: Id,
	event: v.picklist(['open', 'close'], 'Reload the page.')
});
export type ClockPoint = v.InferOutput<typeof ClockPoint>;

const paper = {
	pointId: OptionalId,
	level: v.optional(v.picklist(['PU', 'SEN'], 'Choose public or sensitive.'), 'SEN')
};

export const UploadPaper = v.object(paper);
export type UploadPaper = v.InferOutput<typeof UploadPaper>;

export const LinkPaper = v.object({
	...paper,
	url: requiredText('Enter an address.', 2000),
	title: optionalText(300)
});

export const ReusePaper = v.object({
	pointId: OptionalId,
	evidenceId: v.pipe(v.string('Choose evidence.'), v.uuid('Choose evidence.'))
});

export const RemovePaper = v.object({ useId: Id });
