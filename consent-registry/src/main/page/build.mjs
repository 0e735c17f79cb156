// Makes what browsers load of the client's page: style from KERN UX, scripts, fonts, images; each file named after its
// content, compressed twice, and listed in assets.json; and lays down the fonts of what is printed. Usage: node build.mjs TARGET, where TARGET is Maven's target folder.
// Does nothing when nothing has changed since the last time.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const source = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2]);
const workshop = join(target, "page");
const modules = join(workshop, "node_modules");
const output = join(target, "classes", "page", "assets");
const print = join(target, "classes", "page", "print");
const list = join(target, "classes", "page", "assets.json");
const FONTS = ["FiraSans-Regular", "FiraSans-SemiBold"];
// Embedded in what is printed, never sent to a browser: package, style there, name here.
const PRINT_FONTS = ["noto-sans", "noto-sans-arabic"].flatMap((font) => [
  [font, "400Regular", "regular"],
  [font, "700Bold", "bold"],
]);
const COMPRESSED = new Set([".css", ".js", ".svg", ".webmanifest"]);

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");

/** None where there is no folder: git keeps no empty one. */
function filesIn(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** True when the stamp holds this state; else writes it once the work is done. */
function unless(stamp, state, complete, work) {
  if (complete() && existsSync(stamp) && readFileSync(stamp, "utf8") === state) {
    return;
  }
  rmSync(stamp, { force: true });
  work();
  writeFileSync(stamp, state);
}

function installPackages() {
  for (const name of ["package.json", "package-lock.json", ".npmrc"]) {
    copyFileSync(join(source, name), join(workshop, name));
  }
  execFileSync("npm", ["ci", "--ignore-scripts", "--omit=optional", "--loglevel=error"], {
    cwd: workshop,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Writes one file under a name that changes with its content; returns that name. */
function publish(name, content, names) {
  const extension = extname(name);
  const published = `${basename(name, extension)}.${sha256(content).slice(0, 16)}${extension}`;
  writeFileSync(join(output, published), content);
  if (COMPRESSED.has(extension)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(join(output, `${published}.br`), brotliCompressSync(content, { params }));
    writeFileSync(join(output, `${published}.gz`), gzipSync(content, { level: 9 }));
  }
  names[name] = published;
  return published;
}

/** A module after those it imports, since their published names stand in it. */
function publishModule(name, names) {
  const text = readFileSync(join(source, "script", name), "utf8");
  const linked = text.replace(/(\bfrom\s+|\bimport\s+)"\.\/([^"]+)"/g, (_, keyword, imported) => {
    return `${keyword}"./${names[imported] ?? publishModule(imported, names)}"`;
  });
  return names[name] ?? publish(name, Buffer.from(linked), names);
}

function copyPrintFonts() {
  mkdirSync(print, { recursive: true });
  for (const [font, style, name] of PRINT_FONTS) {
    const folder = join(modules, "@expo-google-fonts", font);
    const [file] = readdirSync(join(folder, style)).filter((one) => one.endsWith(".ttf"));
    copyFileSync(join(folder, style, file), join(print, `${font}-${name}.ttf`));
    copyFileSync(join(folder, "LICENSE_FONT"), join(print, `${font}.license.txt`));
  }
}

function buildAll() {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const names = {};
  for (const font of FONTS) {
    publish(`${font}.woff2`, readFileSync(join(modules, "@kern-ux/native/dist/fonts/fira-sans", `${font}.woff2`)), names);
  }
  for (const image of filesIn(join(source, "image"))) {
    publish(basename(image), readFileSync(image), names);
  }
  const sass = createRequire(join(workshop, "package.json"))("sass");
  const { css } = sass.compile(join(source, "style/page.scss"), { loadPaths: [modules], style: "compressed", quietDeps: true });
  const linked = css.replace(/url\("?([\w-]+\.woff2)"?\)/g, (_, name) => `url(${names[name]})`);
  publish("page.css", Buffer.from(linked), names);
  for (const script of filesIn(join(source, "script"))) {
    publishModule(basename(script), names);
  }
  copyPrintFonts();
  writeFileSync(list, JSON.stringify(names, null, 2) + "\n");
}

mkdirSync(workshop, { recursive: true });
const lock = readFileSync(join(source, "package-lock.json"));
unless(join(workshop, "installed"), sha256(lock), () => existsSync(modules), installPackages);
const inputs = filesIn(source).filter((file) => basename(file) !== "package-lock.json");
const state = sha256(lock, ...inputs.flatMap((file) => [basename(file), readFileSync(file)]));
unless(join(workshop, "built"), state, () => existsSync(list), buildAll);
