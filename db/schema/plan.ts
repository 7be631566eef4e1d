import type { Generated } from 'kysely';
import type { ItemKind, PlanKind } from '#lib/domain/items.ts';
import type { Health } from '#lib/domain/health.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { OrganisationRole, OrganisationStatus } from '#lib/domain/organisations.ts';

export interface Project {
	id: string;
	slug: string;
	acronym: string;
	title: string;
	grantNumber: string | null;
	callCode: string | null;
	programme: string | null;
	grantingAuthority: string | null;
	website: string | null;
	startOn: string;
	startOrigin: Origin;
	durationMonths: number;
	/** IANA zone of the coordinator: due days end there. */
	timeZone: string;
	createdAt: string;
	version: Generated<number>;
}

export interface Organisation {
	id: string;
	projectId: string;
	/** Short lower-case code, unique in the project and used in addresses. */
	code: string;
	acronym: string;
	/** Name in the grant agreement. */
	name: string;
	/** Legal name today, where it changed since. */
	currentName: string | null;
	renamedOn: string | null;
	country: string;
	city: string | null;
	timeZone: string | null;
	role: OrganisationRole;
	status: OrganisationStatus;
	pic: string | null;
	position: number;
	origin: Origin;
	search: string;
	version: Generated<number>;
}

export interface WorkPackage {
	id: string;
	projectId: string;
	number: number;
	title: string;
	objectives: string;
	leadOrganisationId: string | null;
	coLeadOrganisationId: string | null;
	startMonth: number | null;
	endMonth: number | null;
	origin: Origin;
	search: string;
	version: Generated<number>;
}

export interface WorkPackageOrganisation {
	workPackageId: string;
	organisationId: string;
}

export interface Task {
	id: string;
	projectId: string;
	workPackageId: string;
	number: string;
	title: string;
	leadOrganisationId: string | null;
	startMonth: number;
	endMonth: number;
	origin: Origin;
	version: Generated<number>;
}

export interface ReportingPeriod {
	id: string;
	projectId: string;
	number: number;
	startMonth: number;
	endMonth: number;
	kind: 'periodic' | 'final';
	reportDueDays: number;
	lockedAt: string | null;
	origin: Origin;
}

/** What deliverables and milestones (later entries, actions) have in common: a code, a lead, three dates, a state. */
export interface Item {
	id: string;
	projectId: string;
	kind: ItemKind;
	/** D4.2, MS3 … unique in the project. */
	code: string;
	/** Sorts D4.2 before D4.10. */
	position: number;
	title: string;
	description: string;
	workPackageId: string;
	leadOrganisationId: string | null;
	state: string;
	stateSinceAt: string;
	dueMonth: number | null;
	contractualOn: string | null;
	agreedOn: string | null;
	forecastOn: string | null;
	/** Contributors were confirmed to be complete. */
	contributorsConfirmedAt: string | null;
	origin: Origin;
	search: string;
	createdAt: string;
	version: Generated<number>;
}

export interface Deliverable {
	itemId: string;
	type: string | null;
	disseminationLevel: string | null;
	submittedOn: string | null;
	acceptedOn: string | null;
	lateJustification: string | null;
	lateJustifiedBy: string | null;
	lateJustifiedAt: string | null;
	/** Emblem, disclaimer and personal data were checked for a public item. */
	publicCheckedAt: string | null;
	publicCheckedBy: string | null;
	brokeGlassAt: string | null;
	brokeGlassReason: string | null;
	brokeGlassReference: string | null;
	/** Amendment or officer reference of a withdrawal or merger. */
	endedReference: string | null;
	mergedIntoItemId: string | null;
	/** 1 at first; the funder's revision opens line 2. */
	line: Generated<number>;
	editorialOnly: Generated<number>;
}

export interface Milestone {
	itemId: string;
	paymentRelevant: number;
	goNoGo: number;
	achievedOn: string | null;
	verifiedOn: string | null;
	declaredOn: string | null;
	notAchievedReason: string | null;
	notAchievedConsequence: string | null;
	/** Decision by which it counts as not achieved. */
	notAchievedReference: string | null;
	/** Amendment that replaces or defers it. */
	endedReference: string | null;
	deferredToOn: string | null;
	replacedByItemId: string | null;
}

/** Further work packages of a milestone beside its first. */
export interface ItemWorkPackage {
	itemId: string;
	workPackageId: string;
}

/** A milestone rests on deliverables that must be at least approved. */
export interface ItemDependency {
	itemId: string;
	dependsOnItemId: string;
}

/** The slip ledger: no row is ever changed or removed. */
export interface DateMove {
	id: string;
	projectId: string;
	itemId: string;
	dateKind: 'contractual' | 'agreed' | 'forecast';
	fromOn: string | null;
	toOn: string;
	reasonCode: string;
	reasonText: string;
	/** Decision or officer reference; required for an agreed or contractual move. */
	reference: string | null;
	movedBy: string | null;
	movedAt: string;
}

/** Number 0 is Annex 1 as signed; amendments follow. Immutable. */
export interface Baseline {
	id: string;
	projectId: string;
	number: number;
	reference: string;
	note: string;
	signedOn: string;
	createdBy: string | null;
	createdAt: string;
	origin: Origin;
}

export interface BaselineEntry {
	baselineId: string;
	kind: 'work-package' | 'task' | PlanKind;
	recordId: string;
	code: string;
	title: string;
	leadOrganisationId: string | null;
	workPackageNumber: number;
	startMonth: number | null;
	endMonth: number | null;
	dueMonth: number | null;
	dueOn: string | null;
	/** `planned`, or how it left the plan: `withdrawn`, `merged`, `replaced`. */
	standing: string;
	/** JSON: type, level, means of verification. */
	details: string;
}

/** A human judgement beside the computed health, with a reason and a day after which it lapses. */
export interface HealthOverride {
	id: string;
	projectId: string;
	/** Null: the whole project. */
	workPackageId: string | null;
	health: Health;
	reason: string;
	untilOn: string;
	setBy: string;
	setAt: string;
	endedAt: string | null;
}

export interface PlanTables {
	project: Project;
	organisation: Organisation;
	workPackage: WorkPackage;
	workPackageOrganisation: WorkPackageOrganisation;
	task: Task;
	reportingPeriod: ReportingPeriod;
	item: Item;
	deliverable: Deliverable;
	milestone: Milestone;
	itemWorkPackage: ItemWorkPackage;
	itemDependency: ItemDependency;
	dateMove: DateMove;
	baseline: Baseline;
	baselineEntry: BaselineEntry;
	healthOverride: HealthOverride;
}
