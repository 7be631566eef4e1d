/** The smallest file that is a PDF, saying something of its own. */
export function aPdf(name: string, says: string) {
	const text = `%PDF-1.4\n% ${says}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
	return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) };
}
