import type { CellPlace, ImportReason } from '#lib/domain/catalogue/import-reasons.ts';
import type { Sentence } from '#lib/text/sentence.ts';

type ByCode = { [Code in ImportReason['code']]: Extract<ImportReason, { code: Code }> };

const AGAIN = 'Save it again as an Excel workbook (.xlsx) or as CSV UTF-8, and choose it again.';
const COLUMNS = 'The columns that count are listed below; the template has them all.';
const MOST_CHOICES = 20;

const at = ({ cell, column }: CellPlace) => `${cell} (${column})`;

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'import-type': ({ name }) => ({
		text: `${name} is neither an Excel workbook nor a CSV file, by its name or by what is in it.`,
		next: AGAIN
	}),
	'import-macros': () => ({
		text: 'This workbook contains macros.',
		next: 'Save it as an Excel workbook without macros (.xlsx).'
	}),
	'import-protected': () => ({
		text: 'This workbook is protected with a password, or has the old Excel format.',
		next: 'Save it as an Excel workbook (.xlsx) without a password.'
	}),
	'import-empty': () => ({
		text: 'There is nothing in this file below a first line of columns.',
		next: 'Fill the first sheet: columns in the first line, one entry on each line below.'
	}),
	'import-too-large': ({ megabytes }) => ({
		text: `The file is larger than ${megabytes} MB.`,
		next: 'Take pictures out of it, or send it in several parts.'
	}),
	'import-bomb': ({ megabytes }) => ({
		text: `Unpacked, this workbook would be larger than ${megabytes} MB. It was not opened.`,
		next: 'Copy the lines into a new workbook, or send them as CSV.'
	}),
	'import-too-many-rows': ({ most }) => ({
		text: `The file has more than ${most} lines.`,
		next: 'Send it in several parts.'
	}),
	'import-too-many-columns': ({ most }) => ({
		text: `The file has more than ${most} columns.`,
		next: COLUMNS
	}),
	'import-unreadable': ({ part }) => ({
		text: `The file is damaged, or no Excel workbook: “${part}” in it cannot be read.`,
		next: AGAIN
	}),
	'import-definitions': ({ part }) => ({
		text: `“${part}” in this workbook brings definitions of its own, which no spreadsheet program writes. It was not read.`,
		next: AGAIN
	}),
	'import-encoding': () => ({
		text: 'Letters of this file cannot be read: it is not stored as UTF-8, or was once opened as something else.',
		next: 'In Excel choose “CSV UTF-8” when saving, or send the workbook (.xlsx) itself.'
	}),
	'import-quotes': ({ line }) => ({
		text: `Line ${line} has a quotation mark that is not closed, or one in the middle of a cell.`,
		next: 'Write a quotation mark inside a cell twice, and put the cell in quotation marks.'
	}),
	'import-formula': ({ cell }) => ({
		text: `Cell ${cell} holds a formula. Formulas are never calculated here.`,
		next: 'Copy the cells and paste them as values.'
	}),
	'import-error-cell': ({ cell, error }) => ({
		text: `Cell ${cell} shows the error ${error}.`,
		next: 'Correct it or empty the cell.'
	}),
	'import-beyond-columns': ({ cell }) => ({
		text: `Cell ${cell} stands under no column.`,
		next: 'Give the column a name in the first line, or empty the cell. In a CSV file, put texts with a separator in quotation marks.'
	}),
	'import-column-unknown': ({ columns }) => ({
		text: `Unknown ${columns.length === 1 ? 'column' : 'columns'}: ${columns.slice(0, MOST_CHOICES).join(', ')}.`,
		next: `Correct the name in the first line, or take the column out. ${COLUMNS}`
	}),
	'import-column-twice': ({ columns }) => ({
		text: `These columns come twice: ${columns.join(', ')}.`,
		next: 'Keep one of each.'
	}),
	'import-column-unnamed': ({ cells }) => ({
		text: `The first line has no name in ${cells.slice(0, MOST_CHOICES).join(', ')}.`,
		next: 'Name the column, or take it out.'
	}),
	'import-no-columns': () => ({
		text: 'The file needs the column “code” or “owner”, and at least one column of content.',
		next: COLUMNS
	}),
	'import-number': (place) => ({
		text: `${at(place)}: “${place.text}” is no number.`,
		next: 'Write digits only, such as 75 or 2.5.'
	}),
	'import-whole': (place) => ({
		text: `${at(place)}: “${place.text}” is no whole number.`,
		next: 'Write digits only, such as 6.'
	}),
	'import-day': (place) => ({
		text: `${at(place)}: “${place.text}” is no day.`,
		next: 'Write year, month and day like 2026-06-15.'
	}),
	'import-choice': (place) => ({
		text: `${at(place)}: “${place.text}” is not one of the codes of this column.`,
		next:
			place.choices.length > MOST_CHOICES
				? 'Its codes are listed in the editor of an entry.'
				: `Write one of: ${place.choices.join(', ')}.`
	}),
	'import-mixed': (place) => ({
		text: `${at(place)} says that the element does not apply, and another cell of this row fills it in.`,
		next: 'Keep one of the two.'
	}),
	'import-reason-needed': (place) => ({
		text: `${at(place)} says “n/a” without a reason.`,
		next: 'Write the reason behind it: n/a: awarded to organisations only.'
	}),
	'import-code-twice': ({ entry, rows }) => ({
		text: `${entry} stands in the rows ${rows.join(', ')}.`,
		next: 'Put everything about an entry in one row.'
	}),
	'import-not-found': ({ entry }) => ({
		text: `There is no entry ${entry} that you may edit.`,
		next: 'Check the code. For a new entry leave it empty; codes are given here.'
	}),
	'import-changed': ({ entry }) => ({
		text: `${entry} was changed by somebody after you looked at what this file would do.`,
		next: 'Check the file again; then you see it with that change.'
	}),
	'import-owner-needed': () => ({
		text: 'A new entry needs an organisation in the column “owner”.',
		next: 'Write its code or short name. For an entry that is there, write its code.'
	}),
	'import-owner-unknown': ({ owner }) => ({
		text: `There is no organisation “${owner}” in this project.`,
		next: 'Write the code or short name of a partner.'
	}),
	'import-owner-differs': ({ entry, owner }) => ({
		text: `${entry} does not belong to ${owner}, and a file cannot change whose it is.`,
		next: 'Empty the cell, or check the code.'
	}),
	'import-title-needed': () => ({
		text: 'A new entry needs a title in at least one language.',
		next: 'Fill in a title, such as title.en.'
	}),
	'import-title-taken': ({ entry }) => ({
		text: `Its owner already has an entry with this title: ${entry}.`,
		next: `Write ${entry} in the column “code” to change it, or choose another title.`
	}),
	'import-other-file': () => ({
		text: 'The file is not the one that was checked.',
		next: 'Check it again.'
	}),
	'import-unconfirmed': ({ entries }) => ({
		text: `The file sends entries back, or leaves signatures behind: ${entries.join(', ')}.`,
		next: 'Tick that this is meant, or take their rows out.'
	})
};

export function isImportReason(reason: { code: string }): reason is ImportReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function importSentence(reason: ImportReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}
