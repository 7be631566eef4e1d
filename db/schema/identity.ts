import type { Generated } from 'kysely';
import type { Role, ScopeType } from '#lib/domain/roles.ts';

/** An account of the installation; what it may see in a project comes from membership and grants. */
export interface Person {
	id: string;
	email: string;
	name: string;
	search: string;
	passwordHash: string | null;
	disabledAt: string | null;
	createdAt: string;
	/** A session whose id was issued before this is given a new id at its next request. */
	rightsChangedAt: string | null;
	/** Made by `create-admin`: looks after the installation, with no right to any project's content. */
	administratorSince: Generated<string | null>;
	origin: 'entered' | 'sample';
}

export interface Session {
	/** SHA-256 of the cookie's value; the value itself is never stored. */
	id: string;
	personId: string;
	/** When the person signed in; counts for the longest life of a session. */
	createdAt: string;
	/** When this id was given out; a new one replaces it when the person's rights change. */
	issuedAt: string;
	expiresAt: string;
	lastSeenAt: string;
	authenticatedAt: string;
	address: string;
	userAgent: string;
}

export interface OneTimeLink {
	/** SHA-256 of the secret in the link. */
	id: string;
	personId: string;
	kind: 'invitation' | 'reset';
	createdBy: string | null;
	createdAt: string;
	expiresAt: string;
	usedAt: string | null;
	/** Somebody else who saw the link on a page, and so could use it. */
	shownTo: Generated<string | null>;
}

/** Failed sign-ins counted per account and per address (`key` is `account:…` or `address:…`). */
export interface SignInThrottle {
	key: string;
	failures: number;
	firstFailureAt: string;
	blockedUntil: string | null;
}

export interface Membership {
	id: string;
	projectId: string;
	personId: string;
	organisationId: string;
	fromOn: string;
	toOn: string | null;
}

/** Proposed, confirmed, revoked are instants; active and expired follow from the dates. */
export interface RoleGrant {
	id: string;
	projectId: string;
	personId: string;
	role: Role;
	scopeType: ScopeType;
	/** Country code, organisation, work package or item id; null for the whole project. */
	scopeId: string | null;
	fromOn: string;
	toOn: string | null;
	reason: string;
	proposedBy: string | null;
	/** The role in which it was proposed: a QA role is confirmed from the other side. */
	proposedAs: Generated<Role | null>;
	proposedAt: string;
	confirmedBy: string | null;
	confirmedAt: string | null;
	confirmedAs: Generated<Role | null>;
	/** Decision of the steering committee where no second person could confirm a QA role. */
	confirmReference: Generated<string | null>;
	revokedBy: string | null;
	revokedAt: string | null;
	revokeReason: string | null;
}

/** Who does somebody's working duties for their organisation while they are away; counts once the deputy agreed. */
export interface Deputy {
	id: string;
	projectId: string;
	personId: string;
	deputyId: string;
	organisationId: string;
	fromOn: string;
	toOn: string;
	reason: string;
	namedBy: string;
	namedAt: string;
	confirmedAt: string | null;
	endedAt: string | null;
	endedBy: string | null;
	endReason: string | null;
}

/** A technical administrator reads a project's content for a while. */
export interface ContentLook {
	id: string;
	projectId: string;
	personId: string;
	reason: string;
	begunAt: string;
	untilAt: string;
	endedAt: string | null;
	endedBy: string | null;
}

/** Settings of the installation, e.g. the demo clock. */
export interface Setting {
	key: string;
	value: string;
}

export interface IdentityTables {
	person: Person;
	session: Session;
	oneTimeLink: OneTimeLink;
	signInThrottle: SignInThrottle;
	membership: Membership;
	roleGrant: RoleGrant;
	deputy: Deputy;
	contentLook: ContentLook;
	setting: Setting;
}
