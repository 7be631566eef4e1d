/** What an input needs to be tied to its label, hint and error. */
export interface Control {
	id: string;
	name: string;
	required: boolean;
	'aria-describedby': string | undefined;
	'aria-invalid': 'true' | undefined;
}

/** What every labelled field takes. */
export interface FieldProps {
	name: string;
	label: string;
	/** Defaults to the name; give one where a page holds the same name twice. */
	id?: string | undefined;
	hint?: string | undefined;
	error?: string | undefined;
	required?: boolean | undefined;
	/** When a field that is not always required is: “needed to decline”. Without it the field reads “optional”; empty, nothing. */
	needed?: string | undefined;
}

export interface Option {
	value: string;
	label: string;
	disabled?: boolean | undefined;
}
