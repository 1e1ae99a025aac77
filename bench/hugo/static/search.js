const input = document.querySelector("input[type=search]");
const results = document.querySelector("#results");
let pages;
input.addEventListener("input", async () => {
  pages ??= await (await fetch("/index.json")).json();
  const words = input.value.trim();
  const found = words ? pages.filter((page) => (page.title + page.keywords + page.text).includes(words)) : [];
  results.replaceChildren(...found.slice(0, 10).map((page) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = page.url;
    link.textContent = page.title;
    return item;
  }));
});
