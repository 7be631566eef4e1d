import type { Generated } from 'kysely';

/** Bytes in the content-addressed store of the installation; replacing means adding. */
export interface StoredFile {
	sha256: string;
	size: number;
	mediaType: string;
	storedAt: string;
	erasedAt: string | null;
	erasedReason: string | null;
	erasedBy: string | null;
}

/** A file or link of one project, who holds it, and when; one may prove several things. */
export interface Evidence {
	id: string;
	projectId: string;
	kind: 'file' | 'link';
	/** File name as uploaded, or the link's title. */
	name: string;
	sha256: string | null;
	url: string | null;
	size: number | null;
	mediaType: string | null;
	level: 'PU' | 'SEN';
	organisationId: string;
	addedBy: string;
	addedAt: string;
	withdrawnAt: string | null;
	withdrawnBy: string | null;
	withdrawnReason: string | null;
}

/** What a piece of evidence proves: a version of an item, a means of verification, a portal record … */
export interface EvidenceUse {
	id: string;
	projectId: string;
	evidenceId: string;
	itemId: string;
	purpose: 'version' | 'means' | 'portal' | 'support';
	versionId: string | null;
	meansId: string | null;
	/** Of an entry: the element, or the requirement of the algorithm, that it proves. */
	requirement: Generated<string | null>;
	isMain: Generated<number>;
	usedBy: string;
	/** Whose work it shows: the organisation of the person who linked it, then. */
	organisationId: Generated<string | null>;
	usedAt: string;
	removedAt: string | null;
}

/** A version of an item's content. Open until frozen; frozen for ever. */
export interface ItemVersion {
	id: string;
	projectId: string;
	itemId: string;
	line: number;
	number: number;
	note: string;
	createdBy: string;
	organisationId: string;
	createdAt: string;
	frozenAt: string | null;
	/** SHA-256 over the sorted hashes of its files, set when frozen. */
	digest: string | null;
}

/** Append-only: who ever worked on an item. Independence is computed from this. */
export interface Contribution {
	id: string;
	projectId: string;
	itemId: string;
	organisationId: string;
	personId: string | null;
	kind: 'lead' | 'contributor' | 'author' | 'evidence';
	note: string;
	recordedBy: string | null;
	recordedAt: string;
}

/** Organisations that may read a sensitive item. */
export interface ItemAccess {
	itemId: string;
	organisationId: string;
	grantedBy: string;
	grantedAt: string;
}

export interface MeansOfVerification {
	id: string;
	projectId: string;
	itemId: string;
	position: number;
	text: string;
}

/** What happened in the funder's portal, as recorded here. */
export interface PortalEvent {
	id: string;
	projectId: string;
	itemId: string;
	kind: 'package-built' | 'uploaded' | 'submitted' | 'accepted' | 'revision-asked' | 'declared';
	happenedOn: string;
	byName: string;
	note: string;
	/** Hash and name of the submitted file. */
	sha256: string | null;
	fileName: string | null;
	recordedBy: string;
	recordedAt: string;
}

export interface EvidenceTables {
	storedFile: StoredFile;
	evidence: Evidence;
	evidenceUse: EvidenceUse;
	itemVersion: ItemVersion;
	contribution: Contribution;
	itemAccess: ItemAccess;
	meansOfVerification: MeansOfVerification;
	portalEvent: PortalEvent;
}
