// Keeps what is typed while the line is cut; without scripts the form is a form.
export const csr = true;
