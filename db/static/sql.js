// The SQL editor: CodeMirror over the plain text area; without it the text area works by itself.
window.addEventListener("load", () => {
  const format = document.querySelector("button#sql-format");
  const area = document.querySelector("textarea#sql-editor");
  if (!area || !window.CodeMirror) return;
  const editor = CodeMirror.fromTextArea(area, { lineNumbers: true, mode: "text/x-sql", lineWrapping: true });
  editor.getInputField().setAttribute("aria-label", "SQL");
  editor.setOption("extraKeys", { "Shift-Enter": () => area.form.submit(), Tab: false });
  if (format && window.sqlFormatter) {
    format.hidden = false;
    format.addEventListener("click", () => editor.setValue(sqlFormatter.format(editor.getValue())));
  }
  if (window.cmResize) cmResize(editor, { resizableWidth: false });
});
