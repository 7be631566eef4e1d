export interface Sort {
	/** The address that sorts by this column, the other way round when it already does. */
	href: string;
	direction?: 'ascending' | 'descending' | undefined;
}

export interface Column {
	label: string;
	numeric?: boolean | undefined;
	/** The column's words are for screen readers only, such as over a column of buttons. */
	silent?: boolean | undefined;
	sort?: Sort | undefined;
}

/** What a table of items shows beside the item itself. */
export type ItemPart = 'state' | 'with' | 'due' | 'means' | 'lead' | 'level' | 'moves' | 'wp' | 'since';
