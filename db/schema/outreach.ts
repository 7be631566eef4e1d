import type { Generated } from 'kysely';
import type { Origin } from '#lib/domain/origin.ts';
import type { MobilityKind, MobilityMode } from '#lib/domain/outreach/mobility.ts';
import type { CountedRecord, HeadRole, PersonKind } from '#lib/domain/outreach/heads.ts';
import type { LinkResult } from '#lib/domain/outreach/link-checks.ts';
import type { OutreachKind, Visibility } from '#lib/domain/outreach/outreach.ts';
import type { OutreachState } from '#lib/domain/outreach/states.ts';
import type { RecordType } from '#lib/domain/records.ts';
import type { Value } from '#lib/domain/values.ts';

/** Evidence that stands for a record which is no item: one file may prove several of them, and items beside. */
export interface RecordEvidence {
	id: string;
	projectId: string;
	evidenceId: string;
	recordType: RecordType;
	recordId: string;
	/** Whose work it shows: the organisation of the person who linked it, then. */
	organisationId: string;
	usedBy: string;
	usedAt: string;
	removedAt: string | null;
}

/** A line of the dissemination log. */
export interface Outreach {
	id: string;
	projectId: string;
	/** DC-12, unique in the project. */
	code: string;
	kind: OutreachKind;
	state: OutreachState;
	title: string;
	/** Of a publication or a page: the day it came out; null where the public record tells none. */
	startsOn: string | null;
	endsOn: string | null;
	place: string;
	/** Where it was, as a two-letter code. */
	country: string | null;
	/** Who answers for it; null where the public record does not tell. */
	organisationId: string | null;
	summary: string;
	url: string | null;
	level: 'PU' | 'SEN';
	authors: string;
	/** Journal, conference, site, newspaper. */
	venue: string;
	doi: string | null;
	licence: string | null;
	/** Emblem of the EU and the disclaimer: null until somebody looked. */
	visibility: Visibility | null;
	visibilityReason: string;
	visibilityBy: string | null;
	visibilityAt: string | null;
	origin: Origin;
	search: string;
	createdBy: string | null;
	createdAt: string;
	changedAt: string;
	version: Generated<number>;
}

export interface OutreachOrganisation {
	outreachId: string;
	organisationId: string;
}

export interface OutreachWorkPackage {
	outreachId: string;
	workPackageId: string;
}

/** What an address answered on a day; a later row never changes an earlier one. */
export interface LinkCheck {
	id: string;
	projectId: string;
	outreachId: string;
	url: string;
	checkedAt: string;
	result: LinkResult;
	status: number | null;
	sha256: string | null;
	size: number | null;
	note: string;
}

/** A visit, an exchange of staff, a workshop or a training. */
export interface Mobility {
	id: string;
	projectId: string;
	/** MT-12, unique in the project. */
	code: string;
	kind: MobilityKind;
	state: OutreachState;
	title: string;
	startsOn: string;
	endsOn: string | null;
	mode: MobilityMode;
	place: string;
	country: string | null;
	/** Who organises it. */
	organisationId: string | null;
	hostOrganisationId: string | null;
	topics: string;
	/** What came of it. */
	results: string;
	origin: Origin;
	search: string;
	createdBy: string | null;
	createdAt: string;
	changedAt: string;
	version: Generated<number>;
}

export interface MobilityWorkPackage {
	mobilityId: string;
	workPackageId: string;
}

/** How many people of a kind; heads counted from one attendance list count once, whatever the list proves beside. */
export interface HeadCount {
	id: string;
	projectId: string;
	recordType: CountedRecord;
	recordId: string;
	role: HeadRole;
	kind: PersonKind;
	organisationId: string | null;
	/** Of people from outside the consortium. */
	groupName: string;
	valueState: Value['kind'];
	heads: number | null;
	women: number | null;
	reason: string;
	/** The attendance list they were counted from. */
	listId: string | null;
	recordedBy: string | null;
	recordedAt: string;
	origin: Origin;
	version: Generated<number>;
}

export interface OutreachTables {
	recordEvidence: RecordEvidence;
	outreach: Outreach;
	outreachOrganisation: OutreachOrganisation;
	outreachWorkPackage: OutreachWorkPackage;
	linkCheck: LinkCheck;
	mobility: Mobility;
	mobilityWorkPackage: MobilityWorkPackage;
	headCount: HeadCount;
}
