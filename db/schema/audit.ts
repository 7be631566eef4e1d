/** Append-only; one chain per project and one (`installation`) for accounts. */
export interface AuditEvent {
	chain: string;
	sequence: number;
	at: string;
	actorId: string | null;
	actorName: string;
	actingFor: string | null;
	organisationId: string | null;
	/** Permission or event name, `entity:verb`. */
	act: string;
	outcome: 'done' | 'refused';
	recordType: string;
	recordId: string | null;
	/** D4.2, MS3, an e-mail … what a person would call it. */
	recordLabel: string;
	/** JSON of what changed, or of the reasons of a refusal. */
	details: string;
	previousHash: string;
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
