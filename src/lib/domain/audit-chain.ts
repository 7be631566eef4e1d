/** One event of the audit chain, as hashed. `details` is JSON text. */
export interface ChainedEvent {
	chain: string;
	sequence: number;
	at: string;
	actorId: string | null;
	actorName: string;
	actingFor: string | null;
	organisationId: string | null;
	act: string;
	outcome: 'done' | 'refused';
	recordType: string;
	recordId: string | null;
	recordLabel: string;
	details: string;
	previousHash: string;
}

/** Hash before the first event. */
export const CHAIN_START = '0'.repeat(64);

/** The canonical text of an event: a JSON array in this fixed order, then hashed with SHA-256. */
export function canonicalEvent(event: ChainedEvent): string {
	return JSON.stringify([
		event.chain,
		event.sequence,
		event.at,
		event.actorId,
		event.actorName,
		event.actingFor,
		event.organisationId,
		event.act,
		event.outcome,
		event.recordType,
		event.recordId,
		event.recordLabel,
		event.details,
		event.previousHash
	]);
}
