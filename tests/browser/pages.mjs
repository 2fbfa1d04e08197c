// Look at every built page in a browser: two widths, light and dark, one load each.
//
//   node pages.mjs FOLDER ADDRESS PACKAGES SHOTS CHROMIUM [few]
//
// FOLDER holds the pages, ADDRESS is where they are served, PACKAGES the folder with node_modules, SHOTS the folder for
// pictures of some pages.  Printed is whatever is wrong; the exit code is 1 where something is.  With "few" each page is
// looked at on a light desk and a dark telephone, and axe is asked on the pages that are shown.

import { createRequire } from "node:module";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, address, packages, shots, executablePath, howMany = "all"] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PATHS = readdirSync(folder, { recursive: true })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".html") && path !== "index.html") // that one only leads on
  .sort();

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 780 };
// Axe is slow, so nothing is asked twice.  The Indonesian pages have the colours of the English ones and, where they are
// long, their very text; the long pages have the colours of the short ones, and a telephone those of a desk.  The header
// of the telephone and the lists at the side are the same everywhere, and are looked at on the pages that are shown.
const ALL = { resultTypes: ["violations"] };
const COLOURS = { ...ALL, runOnly: ["color-contrast"] };
const NO_COLOURS = { ...ALL, rules: { "color-contrast": { enabled: false } } };
const LOOKS = [
  { name: "desktop-light", size: DESKTOP, scheme: "light", asks: ({ english, short }) => (english ? ALL : short && NO_COLOURS) },
  { name: "desktop-dark", size: DESKTOP, scheme: "dark", asks: ({ english, short, shown }) => english && (short || shown) && COLOURS },
  { name: "phone-dark", size: PHONE, scheme: "dark", asks: ({ shown }) => shown && COLOURS },
  { name: "phone-light", size: PHONE, scheme: "light", asks: ({ shown }) => shown && ALL },
];
const GRAVE = new Set(["serious", "critical"]);
const SHOWN = new Set(
  ["index", "404", "search", "how-to/for-dinas", "how-to/rank-with-ties", "tutorial/one-semester"]
    .concat(["explanation/two-machines", "explanation/layers", "project/changelog"])
    .concat(["reference/index", "reference/glossary", "reference/cycle-tables", "reference/regions"])
    .map((name) => `en/${name}.html`)
    .concat(["id/index.html", "id/tutorial/one-semester.html", "404.html"]),
);
const BAD_PATH = "bad.html";
const ASIDE = { exclude: [[".sidebar-tree"], [".toc-tree"]] };
const SHORT = 2500; // elements
const FEW = howMany === "few";
const WORD = "kabupaten";
const AT_ONCE = 3;

const faults = [];
const seen = { pages: 0, looks: 0 };

function isOurs(url) {
  return url.startsWith(`${address}/`) || url.startsWith("data:") || url.startsWith("blob:");
}

async function watched(context, name) {
  const page = await context.newPage();
  page.on("console", (said) => {
    if (said.type() === "error" || said.type() === "warning") faults.push(`${name()}: console: ${said.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${name()}: script: ${error.message}`));
  page.on("requestfailed", (request) => {
    // leaving a page ends what it was still loading
    if (!/ERR_ABORTED/.test(request.failure()?.errorText ?? "")) faults.push(`${name()}: failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${name()}: ${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!isOurs(request.url())) faults.push(`${name()}: asks another host: ${request.url()}`);
  });
  return page;
}

async function settled(page) {
  // the observers and the style need two frames
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function look(page, name, path) {
  const answer = await page.goto(`${address}/${path}`, { waitUntil: "load" });
  if (!answer?.ok()) faults.push(`${path}: not served`);
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  const about = { english: !path.startsWith("id/"), short: elements < SHORT, shown: SHOWN.has(path) || path === BAD_PATH };
  let armed = false;
  for (const { name: kind, size, scheme, asks } of FEW && !about.shown ? [LOOKS[0], LOOKS[2]] : LOOKS) {
    name.now = `${path} (${kind})`;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await settled(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) faults.push(`${name.now}: ${wide} pixels wider than the screen: ${await widest(page)}`);
    const stuck = await page.evaluate(unreachable);
    if (stuck) faults.push(`${name.now}: scrolls sideways and cannot be reached by keyboard: ${stuck}`);
    const question = asks(about);
    if (question && (about.shown || !FEW)) {
      if (!armed) await page.evaluate(axe);
      armed = true;
      const { violations } = await page.evaluate(
        ([part, options]) => window.axe.run(part ?? document, options),
        [about.shown ? null : ASIDE, question],
      );
      for (const { id, impact, nodes } of violations.filter((found) => GRAVE.has(found.impact))) {
        faults.push(`${name.now}: axe: ${impact}: ${id}: ${nodes.length} times, first ${nodes[0].html.slice(0, 160)}`);
      }
    }
    if (about.shown) {
      await page.screenshot({ path: join(shots, `${path.replaceAll("/", "_")}.${kind}.png`) });
    }
    seen.looks += 1;
  }
  seen.pages += 1;
}

function unreachable() {
  // runs in the page
  const wide = [...document.querySelectorAll("article *")].filter((e) => e.scrollWidth > e.clientWidth + 1);
  const scrolls = wide.filter((e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX));
  return scrolls.find((e) => e.tabIndex < 0)?.outerHTML.slice(0, 160);
}

async function widest(page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll("article *")].filter((e) => e.getBoundingClientRect().right > edge + 1);
    return (over.at(-1) ?? document.body).outerHTML.slice(0, 160);
  });
}

async function search(context, language) {
  const name = () => `search (${language})`;
  const page = await watched(context, name);
  await page.goto(`${address}/${language}/index.html`);
  await page.fill("input.sidebar-search", WORD);
  await page.press("input.sidebar-search", "Enter");
  try {
    await page.waitForSelector("#search-results ul.search li a", { timeout: 20_000 });
    await page.click("#search-results ul.search li a");
    await page.waitForSelector("article h1", { timeout: 20_000 });
    if (!(await page.textContent("article")).toLowerCase().includes(WORD)) {
      faults.push(`${name()}: the first find does not hold ${WORD}`);
    }
  } catch (error) {
    faults.push(`${name()}: nothing was found for ${WORD}: ${error.message.split("\n")[0]}`);
  }
  await page.close();
}

async function other_language(context) {
  // from a nested page to the same page in the other language
  const page = await watched(context, () => "language switch");
  await page.goto(`${address}/en/how-to/rank-with-ties.html`);
  await page.click('.sidebar-language a[hreflang="id"]');
  await page.waitForLoadState();
  if (page.url() !== `${address}/id/how-to/rank-with-ties.html`) faults.push(`language switch: leads to ${page.url()}`);
  if ((await page.getAttribute("html", "lang")) !== "id") faults.push("language switch: the page does not say that it is in Indonesian");
  await page.close();
}

async function root(browser) {
  // the root leads to the language that the reader's browser asks for
  for (const [locale, language] of [
    ["id-ID", "id"],
    ["en-GB", "en"],
    ["de-DE", "en"],
  ]) {
    const context = await browser.newContext({ locale });
    const page = await watched(context, () => `root (${locale})`);
    await page.goto(`${address}/`);
    const wanted = `${address}/${language}/index.html`;
    await page.waitForURL(wanted, { timeout: 20_000 }).catch(() => faults.push(`root (${locale}): leads to ${page.url()}`));
    await context.close();
  }
}

// A page with everything that must be found, so that silence means something.
const BAD = `<!doctype html><html class="x"><head><title>x</title><link rel="stylesheet" href="/gone.css"></head><body>
  <img src="https://elsewhere.example.org/x.png"><p style="color:#ddd;background:#fff">pale</p>
  <article><div style="width:3000px">wide</div><div style="width:90px;overflow-x:auto"><pre>${"far ".repeat(80)}</pre></div></article>
  <script>console.error("said"); throw new Error("thrown");</script></body></html>`;
const MUST_FIND = [
  "console: said",
  "script: thrown",
  "asks another host: https://elsewhere.example.org/x.png",
  "404: ",
  "wider than the screen",
  "cannot be reached by keyboard",
  "axe: serious: color-contrast",
  "axe: serious: html-has-lang",
  "axe: critical: image-alt",
];

async function bites(browser) {
  const context = await browser.newContext();
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.endsWith(`/${BAD_PATH}`)) return route.fulfill({ contentType: "text/html", body: BAD });
    return isOurs(url) ? route.continue() : route.abort();
  });
  const name = { now: BAD_PATH };
  await look(await watched(context, () => name.now), name, BAD_PATH);
  await context.close();
  const found = faults.splice(0);
  for (const text of MUST_FIND) {
    if (!found.some((fault) => fault.includes(text))) faults.push(`a planted fault is not found: ${text}`);
  }
  seen.pages = seen.looks = 0;
}

mkdirSync(shots, { recursive: true });
const began = Date.now();
const browser = await chromium.launch({
  executablePath,
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  await bites(browser);
  const waiting = [...PATHS];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const context = await browser.newContext();
      const name = { now: "" };
      const page = await watched(context, () => name.now);
      for (let path = waiting.shift(); path; path = waiting.shift()) {
        name.now = path;
        await look(page, name, path);
      }
      await context.close();
    }),
  );
  const context = await browser.newContext({ viewport: DESKTOP });
  await search(context, "en");
  await search(context, "id");
  await other_language(context);
  await context.close();
  await root(browser);
  if (PATHS.length === 0) faults.push("there is no page");
} finally {
  await browser.close();
}
const unique = [...new Set(faults)];
for (const fault of unique) console.log(fault);
console.log(`${seen.pages} pages, ${seen.looks} looks, ${unique.length} faults, ${Math.round((Date.now() - began) / 1000)} s; pictures in ${shots}`);
process.exitCode = unique.length > 0 ? 1 : 0;
