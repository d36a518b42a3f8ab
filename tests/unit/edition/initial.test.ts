// The drop cap: which letter it takes and where it stands.
import { describe, expect, it } from 'vitest';
import { setInitial } from '../../../src/edition/initials.js';
import { element, text, type Flow } from '../../../src/model/flow.js';

const cap = (said: string) => element('span', { class: 'drop-cap' }, [text(said)]);
const paragraph = (...children: Flow) => element('p', {}, children);
/** Enough to stand beside an initial of three lines. */
const LONG =
  ' and there was no end of it, so that nobody had thought of asking what it cost to breathe it in, ' +
  'or of who would pay for that in the end, and when.';

describe('the drop cap', () => {
  it('takes the first letter and the quotation mark before it', () => {
    expect(setInitial([paragraph(text(`‘The air${LONG}`))])).toEqual([
      paragraph(cap('‘T'), text(`he air${LONG}`)),
    ]);
  });

  it('takes a number with all its figures, and a conjunct as a whole', () => {
    expect(setInitial([paragraph(text(`1984 began${LONG}`))])).toEqual([
      paragraph(cap('1984'), text(` began${LONG}`)),
    ]);
    expect(setInitial([paragraph(text(`ज्वार धीरे${LONG}`))])).toEqual([
      paragraph(cap('ज्वा'), text(`र धीरे${LONG}`)),
    ]);
  });

  it('stands before the small capitals that it opens', () => {
    const opening = paragraph(
      element('span', { class: 'sc' }, [text('The first thing')]),
      text(` is air${LONG}`),
    );
    expect(setInitial([opening])).toEqual([
      paragraph(cap('T'), element('span', { class: 'sc' }, [text('he first thing')]), text(` is air${LONG}`)),
    ]);
  });

  it('is raised on its line where the paragraph is too short to stand beside it', () => {
    const raised = element('span', { class: 'raised-cap' }, [text('‘H')]);
    expect(setInitial([paragraph(text('‘He thinks I’m a man,’ said Agnes.'))], 2)).toEqual([
      paragraph(raised, text('e thinks I’m a man,’ said Agnes.')),
    ]);
  });

  it('reaches down over as many lines as are asked for', () => {
    const said = 'They sent somebody all the same, and he came off the early London train with a case.';
    expect([2, 3].map((lines) => setInitial([paragraph(text(said))], lines))).toEqual([
      [paragraph(cap('T'), text(said.slice(1)))],
      [paragraph(element('span', { class: 'raised-cap' }, [text('T')]), text(said.slice(1)))],
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
