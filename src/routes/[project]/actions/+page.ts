// The ageing of actions is drawn in the browser; everything else on the page works without.
export const csr = true;
