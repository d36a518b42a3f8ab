// Copies of pdf-lib's objects, for a document of their own.
import {
  PDFArray,
  PDFCatalog,
  PDFDict,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFName,
  type PDFObject,
} from '@cantoo/pdf-lib';

export interface ObjectCopier {
  /** The document of the copy. */
  readonly context: PDFContext;
  /** What stands for a reference. Default: itself. */
  refer?(ref: PDFRef): PDFObject;
  /** What is copied in place of an entry's value; undefined: the entry goes. Default: it stays. */
  enter?(key: PDFName, value: PDFObject): PDFObject | undefined;
}

/** What never changes is shared: names, numbers, strings, and the bytes of streams. */
export function copyOf(object: PDFObject, copying: ObjectCopier): PDFObject {
  if (object instanceof PDFRef) return copying.refer?.(object) ?? object;
  if (object instanceof PDFRawStream)
    return PDFRawStream.of(copyOfDict(object.dict, copying), object.contents);
  if (object instanceof PDFDict) return copyOfDict(object, copying);
  if (!(object instanceof PDFArray)) return object;
  const copy = PDFArray.withContext(copying.context);
  for (const one of object.asArray()) copy.push(copyOf(one, copying));
  return copy;
}

function copyOfDict(dict: PDFDict, copying: ObjectCopier): PDFDict {
  const entries = new Map<PDFName, PDFObject>();
  for (const [key, value] of dict.entries()) {
    const entered = copying.enter === undefined ? value : copying.enter(key, value);
    if (entered !== undefined) entries.set(key, copyOf(entered, copying));
  }
  return kindOf(dict).fromMapWithContext(entries, copying.context);
}

/** Catalogs, page trees and pages are kinds of their own. */
function kindOf(dict: PDFDict): Pick<typeof PDFDict, 'fromMapWithContext'> {
  if (dict instanceof PDFPageLeaf) return PDFPageLeaf;
  if (dict instanceof PDFPageTree) return PDFPageTree;
  return dict instanceof PDFCatalog ? PDFCatalog : PDFDict;
}
