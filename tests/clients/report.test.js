// A browser opens the reports as a phone, a desk and paper show them. `PICTURES=folder npm test` keeps what it saw.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { reports } from "./files.js";

const FOLDER = process.env.PICTURES;
/** The width of A4 between its margins, as CSS counts it. */
const PAPER = Math.floor(((210 - 2 * 15) / 25.4) * 96);
const SCREENS = { phone: [360, "screen"], desk: [1280, "screen"], paper: [PAPER, "print"] };

let browser;
before(async () => {
  const args = ["--headless", "--no-sandbox", "--disable-gpu"];
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
});
after(() => browser?.close());

/** Opens a report; what it asks for and what goes wrong in it is noted. */
async function opened(path, width, media) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const noted = [];
  page.on("console", (message) => noted.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noted.push(`error: ${error}`));
  page.on("request", (request) => noted.push(`request: ${request.url()}`));
  await page.emulateMedia({ media });
  await page.goto(pathToFileURL(path).href);
  return [page, noted];
}

/** What sticks out of the page, or out of what should hold it. */
function sticksOut() {
  const wide = document.scrollingElement.scrollWidth;
  const out = wide > window.innerWidth ? [`the page: ${wide} px`] : [];
  for (const element of document.querySelectorAll("main *")) {
    const { left, right } = element.getBoundingClientRect();
    const isHeld = element.closest(".scroll, svg") && !window.matchMedia("print").matches;
    if (!isHeld && (left < 0 || right > window.innerWidth + 0.5)) out.push(element.outerHTML.slice(0, 80));
  }
  return out;
}

/** Labels of charts that touch each other. */
function touching() {
  const out = [];
  for (const svg of document.querySelectorAll("svg.trend")) {
    const boxes = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
    for (const [at, [a, one]] of boxes.entries()) {
      for (const [b, other] of boxes.slice(at + 1)) {
        const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 3 || other.bottom <= one.top + 3;
        if (!apart) out.push(`${a} and ${b}`);
      }
    }
  }
  return out;
}

for (const [language, path] of reports()) {
  for (const [screen, [width, media]] of Object.entries(SCREENS)) {
    test(`the report in ${language} on a ${screen}`, async () => {
      const [page, noted] = await opened(path, width, media);
      assert.deepEqual(noted, [`request: ${pathToFileURL(path).href}`]);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.deepEqual(await page.evaluate(sticksOut), []);
      assert.deepEqual(await page.evaluate(touching), []);
      const small = () =>
        [...document.querySelectorAll("main *")].filter((one) => parseFloat(getComputedStyle(one).fontSize) < 12).length;
      assert.equal(await page.evaluate(small), 0, "text that is too small");
      if (FOLDER) await page.screenshot({ path: join(FOLDER, `report.${language}.${screen}.png`), fullPage: true });
      await page.close();
    });
  }

  test(`the report in ${language} leads from what to mend to its rows, and tells who cannot see`, async () => {
    const [page] = await opened(path, 1280, "screen");
    const links = await page.locator("ol.mend a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.ok(links.length > 5);
    for (const link of links) {
      await page.locator(`ol.mend a[href="${link}"]`).click();
      const top = await page.evaluate(() => document.querySelector(":target")?.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 900, `${link} leads nowhere`);
    }
    const nameless = () => [...document.querySelectorAll("svg")].filter((svg) => svg.getAttribute("role") !== "img" || !svg.querySelector(":scope > title")?.textContent).length;
    assert.equal(await page.evaluate(nameless), 0);
    const headless = () => [...document.querySelectorAll("th")].filter((head) => !head.hasAttribute("scope")).length;
    assert.equal(await page.evaluate(headless), 0);
    await page.close();
  });

  test(`the report in ${language} is printed`, async () => {
    const [page] = await opened(path, 1280, null);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    if (FOLDER) writeFileSync(join(FOLDER, `report.${language}.pdf`), pdf);
    await page.close();
  });
}
