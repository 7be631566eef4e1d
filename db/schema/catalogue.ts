import type { Generated } from 'kysely';
import type { Origin } from '#lib/domain/origin.ts';

export interface Theme {
	id: string;
	projectId: string;
	code: string;
	title: string;
	kind: 'subject' | 'cross-cutting';
	position: number;
	origin: Origin;
}

/** The steps from idea to recognised, and the rules of the catalogue; `settings` is JSON of `Algorithm`. */
export interface AlgorithmVersion {
	id: string;
	projectId: string;
	number: number;
	settings: string;
	note: string;
	publishedBy: string | null;
	publishedAt: string;
	origin: Origin;
}

/** A list of required elements; a national one belongs to a country. */
export interface CriteriaProfile {
	id: string;
	projectId: string;
	code: string;
	title: string;
	country: string | null;
	position: number;
	origin: Origin;
}

/** `rules` is JSON of `CriteriaRule[]`. In force from the day after `graceUntilOn`; the first version at once. */
export interface CriteriaVersion {
	id: string;
	projectId: string;
	profileId: string;
	number: number;
	rules: string;
	note: string;
	publishedBy: string | null;
	publishedAt: string;
	graceUntilOn: string;
	origin: Origin;
}

/** What an entry of the catalogue has beside its `item`, whose lead is the owning organisation. */
export interface Entry {
	itemId: string;
	authorId: string | null;
	/** Credits of the workload element, for counting. */
	ects: number | null;
	/** Since when anybody may read it; null again when it leaves the public catalogue. */
	publicSince: string | null;
	/** The state it was put on hold from. */
	heldFrom: string | null;
	heldUntilOn: string | null;
	heldReason: string | null;
	mergedIntoItemId: string | null;
	endedReason: string | null;
	/** Folded words of title and outcomes, for finding overlaps. */
	tokens: Generated<string>;
}

/** Every version of every element of an entry; the current one has no `untilAt`. */
export interface EntryElement {
	itemId: string;
	element: string;
	version: number;
	standing: 'value' | 'not-applicable' | 'empty';
	/** Canonical JSON of the element's value; `null` where there is none. */
	value: string;
	/** Why it does not apply. */
	reason: string;
	setBy: string | null;
	organisationId: string | null;
	setAt: string;
	untilAt: string | null;
}

/** What lists filter and group by, taken from the current elements in the same transaction. */
export interface EntryTag {
	itemId: string;
	kind: 'theme' | 'language' | 'sdg' | 'level' | 'isced';
	code: string;
}

/** Awarding bodies beside the owner. */
export interface EntryBody {
	itemId: string;
	organisationId: string;
	addedBy: string;
	addedAt: string;
	removedAt: string | null;
}

/** Every state an entry was ever in, with what was recorded on entering it. */
export interface EntryStep {
	id: string;
	projectId: string;
	itemId: string;
	number: number;
	state: string;
	how: 'created' | 'step' | 'returned' | 'reset' | 'held' | 'resumed' | 'merged' | 'retired' | 'imported';
	note: string;
	/** JSON of the fields the step asks for. */
	record: string;
	takenBy: string | null;
	organisationId: string | null;
	enteredAt: string;
	leftAt: string | null;
}

/** Who approves micro-credentials for an awarding body. */
export interface AwardingOfficer {
	id: string;
	projectId: string;
	organisationId: string;
	personId: string;
	office: string;
	fromOn: string;
	toOn: string | null;
	namedBy: string;
	namedAt: string;
}

export interface InstitutionApproval {
	id: string;
	projectId: string;
	itemId: string;
	organisationId: string;
	/** The minute of the senate or council. */
	evidenceId: string;
	signatureId: string;
	reference: string;
	decidedOn: string;
	validUntilOn: string | null;
	recordedAt: string;
}

/** A required element that is missing or weak, from when to when: the register behind every matrix. */
export interface EntryGap {
	id: string;
	projectId: string;
	itemId: string;
	criteriaVersionId: string;
	element: string;
	standing: 'missing' | 'weak';
	/** JSON of `CriteriaReason[]`. */
	reasons: string;
	openedAt: string;
	closedAt: string | null;
}

/** Who closes the gaps of one element, and by when, where somebody decided it. */
export interface EntryDuty {
	id: string;
	projectId: string;
	itemId: string;
	element: string;
	personId: string | null;
	dueOn: string | null;
	note: string;
	setBy: string;
	setAt: string;
	endedAt: string | null;
}

export interface CatalogueTarget {
	id: string;
	projectId: string;
	title: string;
	scopeKind: 'project' | 'country' | 'organisation' | 'theme' | 'level';
	/** Country code, organisation id, theme code or EQF level; empty for the project. */
	scopeCode: string;
	measure: 'entries' | 'ects';
	amount: number;
	dueOn: string;
	countingState: string;
	setBy: string | null;
	setAt: string;
	endedAt: string | null;
	endedBy: string | null;
	endReason: string | null;
	/** The target that this one changed: every former one stays as it was. */
	replacesId: string | null;
	origin: Origin;
	version: Generated<number>;
}

/** Two entries that say much the same, and what was decided about it. */
export interface EntryOverlap {
	id: string;
	projectId: string;
	firstItemId: string;
	secondItemId: string;
	/** 0 to 1. */
	score: number;
	/** JSON of the words they share. */
	shared: string;
	foundAt: string;
	goneAt: string | null;
	decision: 'merge' | 'joint' | 'keep' | null;
	reason: string | null;
	decidedBy: string | null;
	decidedAt: string | null;
}

export interface CatalogueImport {
	id: string;
	projectId: string;
	fileName: string;
	sha256: string;
	created: number;
	updated: number;
	unchanged: number;
	importedBy: string;
	importedAt: string;
}

/** An institution's answer to one question of its readiness, every version of it. */
export interface InstitutionAnswer {
	id: string;
	projectId: string;
	organisationId: string;
	checklistItemId: string;
	version: number;
	answer: 'yes' | 'partly' | 'no' | 'not-applicable';
	note: string;
	evidenceId: string | null;
	answeredBy: string;
	answeredAt: string;
	untilAt: string | null;
	verdict: 'accepted' | 'returned' | null;
	verdictNote: string | null;
	reviewedBy: string | null;
	reviewedAt: string | null;
}

/** What somebody typed into a form that is arranged in many steps, until it is sent for good. Theirs alone. */
export interface FormDraft {
	projectId: string;
	personId: string;
	/** `algorithm`, or `criteria:` and the code of a profile. */
	form: string;
	/** JSON: the fields as they were typed. */
	typed: string;
	keptAt: string;
}

export interface CatalogueTables {
	theme: Theme;
	algorithmVersion: AlgorithmVersion;
	criteriaProfile: CriteriaProfile;
	criteriaVersion: CriteriaVersion;
	entry: Entry;
	entryElement: EntryElement;
	entryTag: EntryTag;
	entryBody: EntryBody;
	entryStep: EntryStep;
	awardingOfficer: AwardingOfficer;
	institutionApproval: InstitutionApproval;
	entryGap: EntryGap;
	entryDuty: EntryDuty;
	catalogueTarget: CatalogueTarget;
	entryOverlap: EntryOverlap;
	catalogueImport: CatalogueImport;
	institutionAnswer: InstitutionAnswer;
	formDraft: FormDraft;
}
