// What pages do better with a script; each of them works without.

document.documentElement.classList.add("with-script");

const nav = document.querySelector(".site-nav");
const menu = document.querySelector(".menu-button");
if (nav && menu) {
  const show = (open) => {
    menu.setAttribute("aria-expanded", String(open));
    nav.toggleAttribute("data-closed", !open);
  };
  show(false);
  menu.addEventListener("click", () => show(menu.getAttribute("aria-expanded") !== "true"));
}

for (const button of document.querySelectorAll("[data-copies]")) {
  const source = document.getElementById(button.dataset.copies);
  const said = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      said.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(source);
    }
  });
}
