/** A small, honest PDF of one page in Helvetica: Latin letters only. */
export function samplePdf(lines: readonly string[]): Uint8Array {
	const text = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
	const stream = `BT /F1 12 Tf 18 TL 60 780 Td\n${text}\nET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
	];
	let body = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = body.length;
		body += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
	const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
	return Uint8Array.from(body + xref + trailer, (character) => character.charCodeAt(0));
}

function escaped(line: string): string {
	return line.replace(/[^\x20-\x7e]/g, '-').replace(/[\\()]/g, '\\$&');
}
