// The word by which labels of ours are known in the browser's reading structure: `foldmark:is Note one-12
// note-3`.
export const LABEL_PREFIX = 'foldmark:is';
