import * as v from 'valibot';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import type { EntryCovers } from '#lib/domain/catalogue/entry-covers.ts';
import { ContentSchema } from './content.ts';

const Pinned = v.object({ code: v.string(), version: v.number(), sha256: v.string() });

const Covers: v.GenericSchema<unknown, EntryCovers> = v.object({
	step: v.string(),
	round: v.nullable(v.number()),
	algorithm: v.number(),
	criteria: v.array(Pinned),
	checklist: v.nullable(Pinned),
	contentSha256: v.string(),
	protectedElements: v.array(v.custom<Element>((one) => typeof one === 'string' && isElement(one))),
	content: ContentSchema,
	bodies: v.array(v.object({ organisationId: v.string(), acronym: v.string() }))
});

/** What a signature or a round of an entry covers, from its canonical text. */
export function parseCovers(covers: string): EntryCovers {
	return v.parse(Covers, JSON.parse(covers));
}
