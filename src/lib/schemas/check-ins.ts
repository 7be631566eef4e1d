import * as v from 'valibot';
import { LINE_ANSWERS } from '#lib/domain/check-ins/check-ins.ts';
import type { LineInput } from '#lib/domain/check-ins/lines.ts';
import { isDay } from '#lib/domain/days.ts';
import { linkBlocks } from '#lib/domain/files.ts';
import { MEASURES } from '#lib/domain/risks/statements.ts';
import { Ids, optionalText, requiredText } from './fields.ts';

/** A photo or another file of a record, and of the check-in as a whole. */
export const PHOTO = 'photo-';
const TEXT = 'text-';

const MOST_TEXT = 4000;
const MOST_NOTE = 2000;

export interface WrittenLine extends LineInput {
	recordId: string;
	/** The version that the page showed; 0: nothing was said yet. */
	version: number;
	/** An address on the web, brought along as evidence. */
	link: string;
}

export interface WriteCheckIn {
	/** Made with the page: all that one page sends belongs together, so that a second tap changes nothing. */
	key: string;
	/** Of the check-in as the page showed it; 0: nobody had begun. */
	seenVersion: number;
	lines: WrittenLine[];
	texts: { workPackageId: string; version: number; text: string }[];
	/** A piece of evidence to be taken away again. */
	remove: string | null;
	/** Sent by the button that says that nothing changed. */
	isNoChange: boolean;
	/** What was typed may go, the sender has said so. */
	isConfirmed: boolean;
	/** Sent by the page itself while somebody types: nothing needs saying on the next one. */
	isQuiet: boolean;
}

type Typed = Record<string, string | string[]>;

/** The whole form of a check-in; each problem is told at its field. */
export const WriteCheckInSchema: v.GenericSchema<Typed, WriteCheckIn> = v.pipe(
	v.record(v.string(), v.union([v.string(), v.array(v.string())])),
	v.rawTransform(({ dataset: { value: typed }, addIssue, NEVER }) => {
		let isGood = true;
		const text = (field: string) => {
			const value = typed[field];
			return typeof value === 'string' ? value.trim() : '';
		};
		const refuse = (field: string, message: string) => {
			isGood = false;
			addIssue({
				message,
				path: [{ type: 'object', origin: 'value', input: typed, key: field, value: typed[field] }]
			});
		};
		const within = (field: string, most: number) => {
			if (text(field).length > most) refuse(field, `At most ${most} characters.`);
			return text(field);
		};
		const idsOf = (prefix: string) =>
			Object.keys(typed)
				.filter((field) => field.startsWith(prefix))
				.map((field) => field.slice(prefix.length));
		const versionOf = (field: string) => (/^\d{1,9}$/.test(text(field)) ? Number(text(field)) : 0);

		const lines = idsOf('version-').map((recordId): WrittenLine => {
			const forecast = text(`forecast-${recordId}`);
			const link = within(`link-${recordId}`, 2000);
			if (forecast !== '' && !isDay(forecast))
				refuse(`forecast-${recordId}`, 'A day is written like 2026-06-15.');
			if (link !== '' && linkBlocks(link).length > 0)
				refuse(`link-${recordId}`, 'An address begins with https:// or http://.');
			return {
				recordId,
				version: versionOf(`version-${recordId}`),
				answer: LINE_ANSWERS.find((one) => one === text(`answer-${recordId}`)) ?? null,
				note: within(`note-${recordId}`, MOST_NOTE),
				forecastOn: forecast === '' ? null : forecast,
				reasonCode: text(`reason-${recordId}`) || null,
				blockedById: text(`by-${recordId}`) || null,
				blockedByName: within(`outside-${recordId}`, 200),
				measures: MEASURES.find((one) => one === text(`measures-${recordId}`)) ?? null,
				link
			};
		});
		const texts = idsOf(TEXT).map((workPackageId) => ({
			workPackageId,
			version: versionOf(`textVersion-${workPackageId}`),
			text: within(TEXT + workPackageId, MOST_TEXT)
		}));
		const key = text('key');
		if (!/^[0-9a-f-]{36}$/.test(key)) refuse('', 'Reload the page.');
		const seenVersion = versionOf('seenVersion');
		const isQuiet = text('quiet') !== '';
		const remove = text('remove') || null;
		const asked = { isNoChange: text('noChange') !== '', isConfirmed: text('confirmed') !== '' };
		return isGood ? { key, seenVersion, lines, texts, remove, ...asked, isQuiet } : NEVER;
	})
);

const CheckInRef = v.pipe(
	v.string('Reload the page.'),
	v.regex(/^[0-9a-f-]{36}\.\d{1,9}$/, 'Reload the page.'),
	v.transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }))
);

/** One or several check-ins of a period, each as it was read. */
export const AcceptCheckInsSchema = v.object({
	checkIns: v.optional(v.array(CheckInRef), []),
	note: optionalText()
});
export type AcceptCheckIns = v.InferOutput<typeof AcceptCheckInsSchema>;

export const ReturnCheckInSchema = v.object({
	checkIn: CheckInRef,
	reason: requiredText('Say what is missing or unclear.')
});
export type ReturnCheckIn = v.InferOutput<typeof ReturnCheckInSchema>;

export const GoWithoutSchema = v.object({
	organisationIds: v.pipe(Ids, v.minLength(1, 'Choose at least one organisation.')),
	reason: requiredText('Say why it goes on without them.')
});
export type GoWithout = v.InferOutput<typeof GoWithoutSchema>;

export const ReopenPeriodSchema = v.object({ reason: requiredText('Say what has to change.') });
export type ReopenPeriod = v.InferOutput<typeof ReopenPeriodSchema>;
