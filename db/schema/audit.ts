import type { ChainedEvent } from '#lib/domain/audit-chain.ts';

/** Append-only; one chain per project and one (`installation`) for accounts. */
export interface AuditEvent extends ChainedEvent {
	hash: string;
}

export interface AuditHead {
	chain: string;
	sequence: number;
	hash: string;
}

export interface AuditTables {
	auditEvent: AuditEvent;
	auditHead: AuditHead;
}
