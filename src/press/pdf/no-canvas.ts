// Imported before pdf.js, which makes a DOMMatrix while it is loaded and takes it from its optional canvas. Reading text needs
// none, and has to go on where no canvas is installed.

if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: Object });
