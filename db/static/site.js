// What every page shares: tells table.js that facets may be made, and closes open menus on a click elsewhere.
window.DATASETTE_ALLOW_FACET = true;
document.addEventListener("click", (event) => {
  const within = event.target.closest("details");
  document.querySelectorAll("details.nav-menu[open], details.actions-menu-links[open]").forEach((details) => {
    if (details !== within) details.open = false;
  });
});
