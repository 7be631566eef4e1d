import { can, type Subject } from './can.ts';
import type { Permission } from './permissions.ts';
import type { Actor } from './roles.ts';

/** Records beside items that evidence stands for. A further kind adds itself here and in queries/list-records.ts. */
export const RECORD_TYPES = ['outreach', 'mobility', 'actual', 'risk'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

export const isRecordType = (kind: string): kind is RecordType => RECORD_TYPES.some((one) => one === kind);

/** What it takes to read such a record, and to say what stands for it. */
export const READ_RECORD = {
	outreach: 'outreach:read',
	mobility: 'mobility:read',
	actual: 'indicator:read',
	risk: 'risk:read'
} as const satisfies Record<RecordType, Permission>;

export const EDIT_RECORD = {
	outreach: 'outreach:edit',
	mobility: 'mobility:edit',
	actual: 'indicator:report',
	risk: 'risk:report'
} as const satisfies Record<RecordType, Permission>;

/**
 * Public evidence of a record is for whoever may read the record; sensitive evidence for who takes part in it, holds or
 * linked the evidence, or answers for the record (domain.md 2, documents SEN).
 */
export function mayReadRecordEvidence(
	actor: Actor,
	type: RecordType,
	subject: Subject,
	evidence: { level: 'PU' | 'SEN'; organisationIds: readonly (string | null)[] }
): boolean {
	const reach = can(actor, READ_RECORD[type], subject);
	if (!reach.ok) return false;
	if (evidence.level === 'PU') return true;
	if (reach.grant.by === 'look' || !can(actor, 'sensitive:read', subject).ok) return false;
	return (
		[...(subject.organisationIds ?? []), ...evidence.organisationIds].includes(actor.organisationId) ||
		can(actor, EDIT_RECORD[type], subject).ok
	);
}
