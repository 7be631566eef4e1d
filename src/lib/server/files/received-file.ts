/** A file that came with a form and lies in the store. */
export interface ReceivedFile {
	/** Name of the form field. */
	field: string;
	/** Cleaned name, as it may be shown and saved. */
	name: string;
	sha256: string;
	size: number;
	/** By content, not by what the browser said. */
	mediaType: string;
}
