// What the pages do beside being read: search, theme, copying, the menu. Without it, everything is still there to read.
"use strict";

const root = document.body.dataset.root;

// The menu is open where there is room for it beside the page.
const wide = matchMedia("(min-width: 64rem)");
const menu = document.querySelector(".menu");
const fitMenu = () => {
  menu.open = wide.matches;
};
fitMenu();
wide.addEventListener("change", fitMenu);

// Theme: the system's, light, dark.
const themes = ["auto", "light", "dark"];
const themeButton = document.querySelector(".theme");
const showTheme = () => {
  themeButton.textContent = `Theme: ${document.documentElement.dataset.theme ?? "auto"}`;
};
themeButton.hidden = false;
showTheme();
themeButton.addEventListener("click", () => {
  const { dataset } = document.documentElement;
  const next = themes[(themes.indexOf(dataset.theme ?? "auto") + 1) % themes.length];
  if (next === "auto") delete dataset.theme;
  else dataset.theme = next;
  try {
    if (next === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", next);
  } catch {
    // It holds for this page only.
  }
  showTheme();
});

// Code can be copied.
for (const block of document.querySelectorAll(".code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    button.textContent = (await copy(block.querySelector("pre"))) ? "Copied" : "Select and copy";
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
  block.append(button);
}

async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

// Search. Its index is made when it is first wanted.
const search = document.querySelector(".search");
const input = document.getElementById("search");
const results = document.getElementById("results");
const found = document.getElementById("found");
const most = 30;
let index;
let chosen = -1;

search.hidden = false;

function loadIndex() {
  index ??= Promise.all([loadScript("minisearch"), loadScript("search-entries")]).then(() => {
    const made = new MiniSearch({
      fields: ["n", "k", "w"],
      storeFields: ["n", "k", "u"],
      searchOptions: { prefix: true, fuzzy: 0.15, boost: { n: 4, w: 2 }, combineWith: "AND" },
      tokenize: words,
    });
    made.addAll(window.searchEntries.map((entry, id) => ({ id, ...entry })));
    return made;
  });
  return index;
}

// A name is found by the whole of it and by its words: audiences_list, audiences, list.
function words(text) {
  const whole = text.split(/[\s,]+/);
  const parts = whole.flatMap((word) => word.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...parts])].filter((word) => word !== "");
}

function loadScript(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root}/assets/${name}.js`;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

async function find() {
  const query = input.value.trim();
  if (query === "") return close();
  const made = await loadIndex();
  if (input.value.trim() !== query) return;
  const exact = query.toLowerCase();
  const hits = made.search(query, { tokenize: (text) => text.split(/\s+/).filter((word) => word !== "") });
  const rank = (hit) => (hit.n.toLowerCase() === exact ? 1 : 0);
  hits.sort((a, b) => rank(b) - rank(a) || b.score - a.score || a.id - b.id);
  show(hits.slice(0, most), hits.length);
}

function show(hits, count) {
  results.replaceChildren(...hits.map(option));
  found.textContent = count === 0 ? "Nothing found" : `${count} found`;
  if (count === 0)
    results.append(Object.assign(document.createElement("li"), { textContent: "Nothing found", className: "none" }));
  results.lastElementChild.setAttribute("role", "option");
  results.hidden = false;
  input.setAttribute("aria-expanded", "true");
  choose(hits.length > 0 ? 0 : -1);
}

function option(hit, number) {
  const item = document.createElement("li");
  item.id = `result-${number}`;
  item.setAttribute("role", "option");
  item.dataset.url = `${root}/${hit.u}`;
  const name = document.createElement("strong");
  name.textContent = hit.n;
  const kind = document.createElement("span");
  kind.textContent = hit.k;
  item.append(name, " ", kind);
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", () => go(item));
  return item;
}

function choose(number) {
  const items = results.querySelectorAll("[data-url]");
  items[chosen]?.removeAttribute("aria-selected");
  chosen = items.length === 0 ? -1 : (number + items.length) % items.length;
  const item = items[chosen];
  if (item === undefined) return input.removeAttribute("aria-activedescendant");
  item.setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

function go(item) {
  close();
  input.value = "";
  location.href = item.dataset.url;
}

function close() {
  results.hidden = true;
  results.replaceChildren();
  found.textContent = "";
  chosen = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

input.addEventListener("focus", loadIndex, { once: true });
input.addEventListener("input", find);
input.addEventListener("blur", close);
input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter") {
    const item = results.querySelectorAll("[data-url]")[chosen];
    if (item !== undefined) go(item);
  } else if (event.key === "Escape") {
    if (results.hidden) input.blur();
    input.value = "";
    close();
  }
});

document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
  input.select();
});
