import * as v from 'valibot';
import { MILESTONE_STATES } from '#lib/domain/milestones.ts';

const word = v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(100)), '');
const flag = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== '')
);

/** The filters of the milestone list as they stand in its address; what does not fit is as if it were not there. */
export const MilestoneListParameters = v.object({
	search: v.optional(word, ''),
	wp: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^\d{0,2}$/)), ''), ''),
	lead: v.optional(word, ''),
	country: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/)), ''), ''),
	state: v.optional(v.fallback(v.picklist([...MILESTONE_STATES, '']), ''), ''),
	late: flag,
	mine: flag,
	sort: v.optional(v.fallback(v.picklist(['code', 'title', 'state', 'due', 'lead', 'held']), 'code'), 'code'),
	order: v.optional(v.fallback(v.picklist(['up', 'down']), 'up'), 'up'),
	page: v.optional(
		v.fallback(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(1)), 1),
		'1'
	)
});
export type MilestoneListParameters = v.InferOutput<typeof MilestoneListParameters>;

export function readMilestoneList(url: URL): MilestoneListParameters {
	return v.parse(MilestoneListParameters, Object.fromEntries(url.searchParams));
}
