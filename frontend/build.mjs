// Turns each room's `static/` folder into what the browser gets: CSS with only the Open Props it uses, small
// scripts, the subset typeface, and the few libraries the pages load. Nothing is written when nothing changed.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const rooms = join(here, '../src/main/java/org/foyal');
const out = join(here, '../target/classes/org/foyal');
const libraries = {
  'leaflet.js': 'leaflet/dist/leaflet.js',
  'leaflet.css': 'leaflet/dist/leaflet.css',
  'htmx.js': 'htmx.org/dist/htmx.min.js',
};
const weights = [400, 700];
// What French, English and Martinican Creole need, and the signs that pages use.
const letters =
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
  'ÀÂÄÆÇÈÉÊËÎÏÔÖÒŒÙÛÜŸàâäæçèéêëîïôöòœùûüÿ\u00a0\u202f«»‘’“”–—…·•°²³€×−≤≥≈→←↑↓§©№½';

async function files(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await files(path)));
    else if (path.includes('/static/')) found.push(path);
  }
  return found.sort();
}

async function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const path of [...sources, fileURLToPath(import.meta.url), join(here, 'package-lock.json')]) {
    hash.update(path).update(await readFile(path));
  }
  return hash.digest('hex');
}

async function css(path) {
  const [{ default: postcss }, { default: jitProps }, { default: props }, { transform }] = await Promise.all([
    import('postcss'), import('postcss-jit-props'), import('open-props'), import('esbuild')]);
  const used = await postcss([jitProps(props)]).process(await readFile(path, 'utf8'), { from: path });
  return (await transform(used.css, { loader: 'css', minify: true, target: ['chrome87', 'firefox78', 'safari14'] })).code;
}

async function js(path) {
  const { transform } = await import('esbuild');
  return (await transform(await readFile(path, 'utf8'), { loader: 'js', minify: true, target: ['es2019'] })).code;
}

const sources = await files(rooms);
const stamp = join(here, '../target/front-end.stamp');
const now = await fingerprint(sources);
const before = await readFile(stamp, 'utf8').catch(() => '');
const intact = await stat(join(out, 'shell/paper/atkinson-latin-ext-700.ttf')).then(() => true, () => false);
if (before === now && intact) process.exit(0);

for (const path of sources) {
  const target = join(out, relative(rooms, path));
  await mkdir(dirname(target), { recursive: true });
  if (extname(path) === '.css') await writeFile(target, await css(path));
  else if (extname(path) === '.js') await writeFile(target, await js(path));
  else await cp(path, target);
}
const shared = join(out, 'shell/static');
await mkdir(shared, { recursive: true });
for (const [name, from] of Object.entries(libraries)) {
  await cp(join(here, 'node_modules', from), join(shared, name));
}
const { default: subsetFont } = await import('subset-font');
for (const weight of weights) {
  const font = await readFile(join(here, `node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff2`));
  await writeFile(join(shared, `atkinson-${weight}.woff2`), await subsetFont(font, letters, { targetFormat: 'woff2' }));
  // The server writes names on the map with the same letters; it reads plain TrueType.
  await mkdir(join(out, 'territory/map'), { recursive: true });
  await writeFile(join(out, `territory/map/atkinson-${weight}.ttf`), await subsetFont(font, letters, { targetFormat: 'sfnt' }));
}
// Papers hold names that we don't know yet: every letter of the typeface, as plain TrueType.
const { default: fontverter } = await import('fontverter');
await mkdir(join(out, 'shell/paper'), { recursive: true });
for (const weight of weights) {
  for (const range of ['latin', 'latin-ext']) {
    const font = await readFile(join(here, `node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${range}-${weight}-normal.woff2`));
    await writeFile(join(out, `shell/paper/atkinson-${range}-${weight}.ttf`), await fontverter.convert(font, 'sfnt'));
  }
}
await mkdir(dirname(stamp), { recursive: true });
await writeFile(stamp, now);
console.log(`front end: ${sources.length} files of ours, ${Object.keys(libraries).length} libraries, ${weights.length} weights of the typeface`);
