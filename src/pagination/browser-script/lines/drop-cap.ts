// A drop cap, or anything else that floats at a paragraph's beginning: it makes the first lines shorter.

export interface Lead {
  readonly lines: number;
  readonly width: number;
}

export function readLead(paragraph: HTMLElement, style: CSSStyleDeclaration): Lead | undefined {
  const first = paragraph.firstElementChild;
  if (!first || first.classList.contains('note') || getComputedStyle(first).float === 'none')
    return undefined;
  const float = getComputedStyle(first);
  const box = first.getBoundingClientRect();
  const margin = (side: string): number => parseFloat(float.getPropertyValue(`margin-${side}`)) || 0;
  const height = box.height + margin('top') + margin('bottom');
  return {
    lines: Math.max(1, Math.ceil(height / lineHeightOf(style) - 0.05)),
    width: box.width + margin('left') + margin('right'),
  };
}

function lineHeightOf(style: CSSStyleDeclaration): number {
  return parseFloat(style.lineHeight) || parseFloat(style.fontSize) * 1.2;
}
