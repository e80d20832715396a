"use strict";
(() => {
  const buttons = document.querySelectorAll("button[data-language]");
  const speak = (language) => {
    document.body.classList.remove("zh", "en", "both");
    document.body.classList.add(language);
    document.documentElement.lang = language === "en" ? "en" : "zh";
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.language === language)));
  };
  buttons.forEach((button) => button.addEventListener("click", () => speak(button.dataset.language)));
  speak(["zh", "en", "both"].find((language) => document.body.classList.contains(language)));

  // What is folded is on paper too, and is as it was afterwards.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));

  // Rows of main carry data-NAME for each field NAME of the form: a select compares, a box wants one that is set.
  const form = document.getElementById("filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("[data-filtered]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const fits = (row, field) => {
    if (field.type === "search") {
      const text = field.value.trim().toLowerCase();
      return !text || row.textContent.toLowerCase().includes(text);
    }
    if (field.type === "checkbox") return !field.checked || Boolean(row.dataset[field.name]);
    return !field.value || row.dataset[field.name] === field.value;
  };
  const fields = [...form.elements].filter((field) => field.name);
  const filter = () => {
    rows.forEach((row) => { row.hidden = !fields.every((field) => fits(row, field)); });
    groups.forEach((group) => { group.hidden = !group.querySelector("[data-filtered]:not([hidden])"); });
    document.getElementById("shown").textContent = String(rows.filter((row) => !row.hidden).length);
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
