// Saves as people type; without scripts every field has its own button.
export const csr = true;
