// Arabic.
import type { Words } from './en.js';

export const AR: Words = {
  'contents': 'المحتويات', 'cast': 'الشخصيات', 'notes': 'الحواشي', 'note': 'حاشية',
  'page': 'صفحة', 'pages': 'صفحات', 'chapter': 'الفصل', 'part': 'الجزء', 'figure': 'الشكل', 'table': 'الجدول',
  'the-figure': 'الشكل', 'the-table': 'الجدول',
  'played-by': 'أداء', 'first-appears': 'الظهور الأول', 'appears': 'الظهور', 'back-to-text': 'العودة إلى النص',
  'by': 'بقلم', 'published-by': 'نشر', 'set-in': 'صُفّ بخط', 'series': 'سلسلة', 'isbn': 'ISBN',
  'print': 'مطبوع', 'ebook': 'كتاب إلكتروني', 'licence': 'الرخصة', 'spoiler': 'يكشف أحداث القصة',
  'cover': 'الغلاف', 'blank': 'صفحة فارغة', 'half-title': 'العنوان المختصر', 'frontispiece': 'صورة صدر الكتاب',
  'title-page': 'صفحة العنوان', 'copyright': 'حقوق النشر', 'dedication': 'الإهداء', 'epigraph': 'اقتباس افتتاحي',
  'foreword': 'تقديم', 'preface': 'تمهيد', 'introduction': 'مقدمة', 'prologue': 'استهلال',
  'interlude': 'فاصل', 'plate': 'لوحة', 'epilogue': 'خاتمة', 'afterword': 'كلمة ختامية',
  'appendix': 'ملحق', 'acknowledgements': 'شكر وتقدير', 'sources': 'المصادر', 'glossary': 'مسرد المصطلحات',
  'bibliography': 'المراجع', 'colophon': 'بيانات الطباعة', 'back-cover': 'الغلاف الخلفي',
  'role-aut': 'تأليف', 'role-edt': 'تحرير', 'role-ill': 'رسوم', 'role-trl': 'ترجمة',
  'role-pht': 'تصوير', 'role-art': 'أعمال فنية', 'role-bkd': 'تصميم', 'role-cov': 'تصميم الغلاف',
  'role-tyg': 'تنضيد', 'role-aui': 'مقدمة', 'role-aft': 'كلمة ختامية', 'role-com': 'جمع',
  'role-ann': 'شرح', 'role-nrt': 'رواية', 'role-pfr': 'تدقيق', 'role-ctb': 'مساهمة',
};
