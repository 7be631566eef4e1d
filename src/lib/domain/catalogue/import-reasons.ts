/** Where in a spreadsheet: the column by its key, the cell as `C7`. */
export interface CellPlace {
	column: string;
	cell: string;
}

/** Why a whole file cannot be read; none of them depends on what the project holds. */
export type SheetReason =
	| { code: 'import-type'; name: string }
	| { code: 'import-macros' }
	| { code: 'import-protected' }
	| { code: 'import-empty' }
	| { code: 'import-too-large'; megabytes: number }
	| { code: 'import-bomb'; megabytes: number }
	| { code: 'import-too-many-rows'; most: number }
	| { code: 'import-too-many-columns'; most: number }
	| { code: 'import-unreadable'; part: string }
	| { code: 'import-definitions'; part: string }
	| { code: 'import-encoding' }
	| { code: 'import-quotes'; line: number }
	| { code: 'import-formula'; cell: string }
	| { code: 'import-error-cell'; cell: string; error: string }
	| { code: 'import-beyond-columns'; cell: string }
	| { code: 'import-column-unknown'; columns: readonly string[] }
	| { code: 'import-column-twice'; columns: readonly string[] }
	| { code: 'import-column-unnamed'; cells: readonly string[] }
	| { code: 'import-no-columns' };

/** Why one row is refused. */
export type RowReason =
	| ({ code: 'import-number'; text: string } & CellPlace)
	| ({ code: 'import-whole'; text: string } & CellPlace)
	| ({ code: 'import-day'; text: string } & CellPlace)
	| ({ code: 'import-choice'; text: string; choices: readonly string[] } & CellPlace)
	| ({ code: 'import-mixed' } & CellPlace)
	| ({ code: 'import-reason-needed' } & CellPlace)
	| { code: 'import-code-twice'; entry: string; rows: readonly number[] }
	| { code: 'import-not-found'; entry: string }
	| { code: 'import-changed'; entry: string }
	| { code: 'import-owner-needed' }
	| { code: 'import-owner-unknown'; owner: string }
	| { code: 'import-owner-differs'; entry: string; owner: string }
	| { code: 'import-title-needed' }
	| { code: 'import-title-taken'; entry: string };

export type ImportReason =
	| SheetReason
	| RowReason
	| { code: 'import-other-file' }
	| { code: 'import-unconfirmed'; entries: readonly string[] };
