// Who made the file, as its metadata says.
export const PRODUCER = 'Foldmark';
