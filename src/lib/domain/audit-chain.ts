/** One event of the audit chain, as hashed. `details` is JSON text. */
export interface ChainedEvent {
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
	details: string;
	previousHash: string;
}

/** Hash before the first event. */
export const CHAIN_START = '0'.repeat(64);

/** The fields of an event in the one order in which they are hashed and exported. */
export function canonicalFields(event: ChainedEvent): ChainedEvent {
	return {
		chain: event.chain,
		sequence: event.sequence,
		at: event.at,
		actorId: event.actorId,
		actorName: event.actorName,
		actingFor: event.actingFor,
		organisationId: event.organisationId,
		act: event.act,
		outcome: event.outcome,
		recordType: event.recordType,
		recordId: event.recordId,
		recordLabel: event.recordLabel,
		details: event.details,
		previousHash: event.previousHash
	};
}

/** The canonical text of an event: a JSON array of its fields in their order, then hashed with SHA-256. */
export function canonicalEvent(event: ChainedEvent): string {
	return JSON.stringify(Object.values(canonicalFields(event)));
}
