/** The first sheet of a file as texts; lines without any text are left out. */
export interface Sheet {
	header: readonly string[];
	rows: readonly { number: number; cells: readonly string[] }[];
}

export const MOST_SHEET_BYTES = 2 * 1024 * 1024;
export const MOST_ROWS = 2000;
export const MOST_COLUMNS = 400;
/** All parts of a packed file together, as they would lie unpacked. */
export const MOST_UNPACKED_BYTES = 32 * 1024 * 1024;

export const MEGABYTE = 1024 * 1024;
