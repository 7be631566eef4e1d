import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import type { findTargetsPage } from '#lib/server/queries/find-targets-page.ts';
import { ELEMENT_WORDS } from '#lib/text/catalogue/elements.ts';
import {
	openStepsText,
	projectionText,
	rateText,
	stallText,
	stepTitle,
	targetRecordsHref,
	targetScopeText
} from '#lib/text/catalogue/target-sentences.ts';
import { countryText } from '#lib/text/countries.ts';

type Found = Awaited<ReturnType<typeof findTargetsPage>>;
type Target = Found['targets'][number] | Found['former'][number];

/** Gaps called by name; the entry has the others. */
const NAMED = 4;

/** What is said of targets is made here: the scripts of the page carry no sentences. */
export function inWords({ algorithm, targets, former, parts, chosen, ...shown }: Found, slug: string) {
	const worded = <T extends Target>(target: T) => ({
		...target,
		counts: `${targetScopeText(target)}, from ${stepTitle(algorithm, target.countingState)}`,
		recordsHref: targetRecordsHref(slug, target)
	});
	return {
		...shown,
		targets: targets.map(worded),
		former: former.map(worded),
		chosen: chosen && { ...worded(chosen), ...closelyOf(chosen, algorithm) },
		choices: parts && {
			scopes: scopesOf(parts),
			states: algorithm.steps.map(({ state, title }) => ({ value: state, label: title })),
			state: algorithm.inCatalogueFrom
		}
	};
}

function closelyOf(target: NonNullable<Found['chosen']>, algorithm: Algorithm) {
	const { outlook, dueOn, measure, whatIf, stall, candidates } = target;
	return {
		sentence: projectionText(outlook, dueOn, measure),
		rate: rateText(outlook),
		whatIf: whatIf && { ...whatIf, sentence: projectionText(whatIf, dueOn, measure) },
		stall: stall && {
			state: stall.state,
			title: stepTitle(algorithm, stall.state),
			sentence: stallText(algorithm, stall, dueOn, measure)
		},
		candidates: candidates.map(({ elements, ...entry }) => ({
			...entry,
			toGo: openStepsText(entry.openSteps, entry.isOnHold),
			step: stepTitle(algorithm, entry.state),
			lacks: elements.slice(0, NAMED).map((element) => ({
				element,
				label: isElement(element) ? ELEMENT_WORDS[element].label : element
			})),
			lacksMore: Math.max(0, elements.length - NAMED)
		}))
	};
}

/** The parts of the catalogue that a target can speak of. */
function scopesOf({ countries, organisations, themes }: NonNullable<Found['parts']>) {
	return [
		{ value: 'project:', label: 'The whole catalogue' },
		...countries.map((code) => ({ value: `country:${code}`, label: `Country: ${countryText(code)}` })),
		...organisations.map(({ id, acronym }) => ({
			value: `organisation:${id}`,
			label: `Organisation: ${acronym}`
		})),
		...themes.map(({ code, title }) => ({ value: `theme:${code}`, label: `Theme: ${title}` })),
		...Array.from({ length: 8 }, (_, index) => ({
			value: `level:${index + 1}`,
			label: `Level: EQF ${index + 1}`
		}))
	];
}
