/** A number on a page, with what is known of it. */
export interface TileFacts {
	label: string;
	/** Null when nothing is known, which is not the same as none. */
	value: number | string | null;
	of?: number | undefined;
	unit?: string | undefined;
	/** Which way is good news: what is missing is never counted that way. */
	better: 'more' | 'fewer';
	/** A word on the number, such as { tone: 'late', label: '2 late' }. */
	status?:
		{ tone: 'neutral' | 'waiting' | 'good' | 'info' | 'warn' | 'late' | 'bad'; label: string } | undefined;
	/** Of how many nothing is known that the number needs. */
	missing?: number | undefined;
	/** What is said of them: "not reported". */
	missingText?: string | undefined;
	/** Who of how many has reported: "11 of 14 reported, 2 nil". */
	coverage?: string | undefined;
	/** The day the number stands for, already in words. */
	asOf?: string | undefined;
	/** The records behind the number. */
	href?: string | undefined;
}
