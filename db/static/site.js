// What every page shares: tells table.js that facets may be made, closes open menus on a click elsewhere, folds the
// facets on a narrow screen.
window.DATASETTE_ALLOW_FACET = true;
document.addEventListener("click", (event) => {
  const within = event.target.closest("details");
  document.querySelectorAll("details.nav-menu[open], details.actions-menu-links[open]").forEach((details) => {
    if (details !== within) details.open = false;
  });
});
if (matchMedia("(max-width: 52rem)").matches) {
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("details.facets").forEach((details) => { details.open = false; });
  });
}
