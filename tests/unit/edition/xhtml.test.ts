import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/edition/template-html.js';
import { escapeAttribute, serialiseXhtml } from '../../../src/edition/xhtml.js';
import { element, text } from '../../../src/model/flow.js';

const write = (...flow: Parameters<typeof serialiseXhtml>[0]) => serialiseXhtml(flow, { blocks: 'kept' });

describe('XHTML', () => {
  test('escapes text and attributes', () => {
    expect(write(element('a', { title: '"<&>"\n' }, [text('a < b & c > d "e"')]))).toBe(
      '<a title="&quot;&lt;&amp;&gt;&quot;&#10;">a &lt; b &amp; c &gt; d "e"</a>',
    );
    expect(escapeAttribute('a\tb')).toBe('a&#9;b');
  });

  test('closes void elements and no others', () => {
    expect(write(element('br', {}, []), element('p', {}, []), element('img', { alt: '' }, []))).toBe(
      '<br/><p></p><img alt=""/>',
    );
  });

  test('says the namespace of SVG and MathML once, at their root', () => {
    expect(write(element('svg', { viewBox: '0 0 1 1' }, [element('g', {}, [])]))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g></g></svg>',
    );
    expect(write(element('math', {}, []))).toBe('<math xmlns="http://www.w3.org/1998/Math/MathML"></math>');
  });

  test('keeps or drops the names of blocks', () => {
    const flow = [{ ...element('p', {}, []), block: 'air.1' }, element('p', { 'data-block': 'air.2' }, [])];
    expect(serialiseXhtml(flow, { blocks: 'kept' })).toBe(
      '<p data-block="air.1"></p><p data-block="air.2"></p>',
    );
    expect(serialiseXhtml(flow, { blocks: 'dropped' })).toBe('<p></p><p></p>');
  });

  test('uses no named entities: no-break spaces and soft hyphens stand for themselves', () => {
    expect(write(text('a\u00a0b\u00adc'))).toBe('a\u00a0b\u00adc');
  });

  test.each(['\u0000', '\u0008', '\u000c', '\u001f', '\ufffe', '\ud800'])('refuses %j', (sign) => {
    expect(() => write(text(`a${sign}`))).toThrow(/XML cannot hold the character U\+/);
  });

  test('takes letters beyond the first plane', () => {
    expect(write(text('𝔸😀'))).toBe('𝔸😀');
  });
});

describe('the HTML of templates', () => {
  test('comes back as it was meant, without comments', () => {
    expect(write(...readHtml('<p class=a>x<!-- y --><br>z<p>w'))).toBe('<p class="a">x<br/>z</p><p>w</p>');
  });

  test('keeps the letters of SVG as SVG wants them', () => {
    expect(write(...readHtml('<svg viewbox="0 0 1 1" preserveaspectratio="none"><clippath/></svg>'))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" ' +
        'preserveAspectRatio="none"><clipPath></clipPath></svg>',
    );
  });

  test('turns data-block into the block', () => {
    expect(readHtml('<p data-block="a.1"></p>')).toEqual([{ ...element('p', {}, []), block: 'a.1' }]);
  });
});
