/** A refusal in words: why, and what to do next. */
export interface Sentence {
	text: string;
	next: string | null;
}
