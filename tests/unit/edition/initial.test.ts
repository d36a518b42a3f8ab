// The drop cap: which letter it takes and where it stands.
import { describe, expect, it } from 'vitest';
import { setInitial } from '../../../src/edition/initial.js';
import { element, text, type Flow } from '../../../src/model/flow.js';

const cap = (said: string) => element('span', { class: 'drop-cap' }, [text(said)]);
const paragraph = (...children: Flow) => element('p', {}, children);

describe('the drop cap', () => {
  it('takes the first letter and the quotation mark before it', () => {
    expect(setInitial([paragraph(text('‘The air'))])).toEqual([paragraph(cap('‘T'), text('he air'))]);
  });

  it('stands before the small capitals that it opens', () => {
    const opening = paragraph(element('span', { class: 'sc' }, [text('The first thing')]), text(' is air'));
    expect(setInitial([opening])).toEqual([
      paragraph(cap('T'), element('span', { class: 'sc' }, [text('he first thing')]), text(' is air')),
    ]);
  });

  it('leaves a text alone that begins with something else than a paragraph', () => {
    const flow = [element('h2', {}, [text('The air')]), paragraph(text('It'))];
    expect(setInitial(flow)).toEqual(flow);
  });

  it('leaves a paragraph alone that begins with a note or a link', () => {
    const flow = [paragraph(element('fm-note', { ref: 'n1' }, []), text('The air'))];
    expect(setInitial(flow)).toEqual(flow);
  });
});
