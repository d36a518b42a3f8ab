// Units of length. CSS: 96 pixels to the inch; PDF: 72 points to the inch.

export const MM_PER_INCH = 25.4;
export const POINTS_PER_INCH = 72;
export const PX_PER_INCH = 96;

export const POINTS_PER_MM = POINTS_PER_INCH / MM_PER_INCH;
export const POINTS_PER_PX = POINTS_PER_INCH / PX_PER_INCH;
export const PX_PER_MM = PX_PER_INCH / MM_PER_INCH;
export const MM_PER_PX = MM_PER_INCH / PX_PER_INCH;
