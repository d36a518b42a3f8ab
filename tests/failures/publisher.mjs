// Publishes three files of one mark, again and again: one of several processes that do so into the same folder.
import { publish } from '../../lib/pipeline/publish.js';

const [, , folder, mark, times] = process.argv;
for (let time = 0; time < Number(times); time += 1) {
  const bytes = new TextEncoder().encode(`${mark}${time}`);
  publish({ folder, files: ['a.pdf', 'b.pdf', 'c.epub'].map((name) => ({ name, bytes })) });
}
