/** The running clock ticks. */
export const csr = true;
