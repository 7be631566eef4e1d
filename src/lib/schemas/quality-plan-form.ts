import * as v from 'valibot';
import { withDecision } from '#lib/domain/meetings/decisions.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { QualityPlanSchema } from './quality-plan.ts';

export const PLAN_NUMBERS = [
	'reviewQuorum',
	'reviewersAbroad',
	'milestoneVerifiers',
	'criticalMilestoneVerifiers',
	'reviewWorkingDays',
	'draftLeadDays',
	'reviewLeadDays',
	'finalLeadDays',
	'maxFileMegabytes',
	'atRiskDays',
	'ballWarningDays',
	'minutesWorkingDays',
	'meetingQuorumPercent',
	'actionAnswerWorkingDays',
	'actionMovesToAgenda',
	'checkInMonths',
	'checkInDueWorkingDays',
	'checkInFromMonth',
	'reviewsPerWeek',
	'riskMediumFrom',
	'riskHighFrom'
] as const satisfies readonly (keyof QualityPlan)[];

export const PLAN_CODE_LISTS = [
	'deliverableTypes',
	'disseminationLevels',
	'slipReasons'
] as const satisfies readonly (keyof QualityPlan)[];

const HOLIDAYS = 'holidays-';

export interface PublishQualityPlan {
	/** Number of the version that was on the screen. */
	basedOn: number;
	note: string;
	plan: QualityPlan;
}

interface QualityPlanForm extends PublishQualityPlan {
	/** Publish it, or only show what it would change. */
	do: 'publish' | 'preview';
}

type Typed = Record<string, string | string[]>;

/** A plan as the fields of its form: numbers, lists with one entry a line, one field of holidays a country. */
export function planFields(plan: QualityPlan, countries: readonly string[]): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const rule of PLAN_NUMBERS) fields[rule] = String(plan[rule]);
	fields['acceptedFormats'] = plan.acceptedFormats.join(' ');
	for (const rule of PLAN_CODE_LISTS)
		fields[rule] = plan[rule].map(({ code, label }) => `${code} | ${label}`).join('\n');
	const known = [...new Set([...countries, ...Object.keys(plan.holidays)])].sort();
	for (const country of known) fields[HOLIDAYS + country] = (plan.holidays[country] ?? []).join('\n');
	return fields;
}

/** The form of a new version; every problem is told at its field, with the line it is in. */
export const PublishQualityPlan: v.GenericSchema<Typed, QualityPlanForm> = v.pipe(
	v.record(v.string(), v.union([v.string(), v.array(v.string())])),
	v.rawTransform(({ dataset: { value: typed }, addIssue, NEVER }) => {
		const text = (field: string) => {
			const value = typed[field];
			return typeof value === 'string' ? value.trim() : '';
		};
		const refuse = (field: string, message: string) =>
			addIssue({
				message,
				path: [{ type: 'object', origin: 'value', input: typed, key: field, value: typed[field] }]
			});
		const note = withDecision(text('note'), text('decision'));
		const basedOn = Number(text('basedOn'));
		const wanted: QualityPlanForm['do'] = text('do') === 'preview' ? 'preview' : 'publish';
		const isPreview = wanted === 'preview';
		if (note === '' && !isPreview) refuse('note', 'Say why the rules change.');
		if (note.length > 2000) refuse('note', 'At most 2,000 characters.');
		const parsed = v.safeParse(QualityPlanSchema, typedPlan(typed, text));
		for (const issue of parsed.success ? [] : parsed.issues) {
			const keys = issue.path?.map(({ key }) => key) ?? [];
			const { field, place } = placeOf(keys, String(issue.input));
			refuse(field, place === '' ? issue.message : `${place}: ${issue.message}`);
		}
		return parsed.success && (note !== '' || isPreview) && note.length <= 2000 && Number.isInteger(basedOn)
			? { basedOn, note, plan: parsed.output, do: wanted }
			: NEVER;
	})
);

function typedPlan(typed: Typed, text: (field: string) => string): Record<string, unknown> {
	const plan: Record<string, unknown> = {};
	for (const rule of PLAN_NUMBERS) plan[rule] = text(rule) === '' ? NaN : Number(text(rule));
	for (const rule of PLAN_CODE_LISTS) plan[rule] = lines(text(rule)).map(codeLabel);
	const formats = text('acceptedFormats')
		.toLowerCase()
		.split(/[\s,;]+/);
	plan['acceptedFormats'] = [...new Set(formats)].filter((format) => format !== '');

	const holidays: Record<string, string[]> = {};
	for (const field of Object.keys(typed)) {
		const days = field.startsWith(HOLIDAYS) ? [...new Set(lines(text(field)))].sort() : [];
		if (days.length > 0) holidays[field.slice(HOLIDAYS.length)] = days;
	}
	plan['holidays'] = holidays;
	return plan;
}

function placeOf(keys: readonly unknown[], input: string): { field: string; place: string } {
	const [rule = '', part, index] = keys;
	const line = (at: unknown) => (typeof at === 'number' ? `Line ${at + 1}` : '');
	if (rule === 'holidays' && typeof part === 'string') return { field: HOLIDAYS + part, place: line(index) };
	if (rule === 'acceptedFormats') return { field: rule, place: `“${input}”` };
	return { field: String(rule), place: line(part) };
}

function lines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function codeLabel(line: string) {
	const [code = '', ...label] = line.split('|');
	return { code: code.trim(), label: label.join('|').trim() };
}
