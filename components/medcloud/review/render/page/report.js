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

  const form = document.getElementById("filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("#resources tbody tr")];
  const filter = () => {
    const text = form.elements.text.value.trim().toLowerCase();
    const { op, kind, refused } = form.elements;
    let shown = 0;
    for (const row of rows) {
      row.hidden = (op.value && row.dataset.op !== op.value) || (kind.value && row.dataset.kind !== kind.value)
        || (refused.checked && !row.dataset.refused) || (text && !row.textContent.toLowerCase().includes(text));
      shown += row.hidden ? 0 : 1;
    }
    document.getElementById("shown").textContent = String(shown);
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
