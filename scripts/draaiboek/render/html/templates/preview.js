/** Only in the preview: show problems on the page, and reload when an update went well. */
(() => {
  const panel = document.createElement("div");
  panel.setAttribute("role", "alert");
  panel.hidden = true;
  Object.assign(panel.style, {
    position: "fixed", insetInline: "0", bottom: "0", maxHeight: "45vh", overflow: "auto", zIndex: "1000",
    background: "#4a1210", color: "#fff", font: "15px/1.45 system-ui, sans-serif", padding: "0.8rem 1rem",
  });
  document.body.append(panel);

  /** @param {string} text @param {boolean} strong */
  const line = (text, strong) => {
    const row = document.createElement("p");
    row.textContent = text;
    Object.assign(row.style, { margin: "0 0 0.3rem", fontWeight: strong ? "700" : "400", overflowWrap: "anywhere" });
    panel.append(row);
  };

  /** @param {{problems?: any[], fault?: string | null}} news @returns {boolean} whether pages were built */
  const show = (news) => {
    panel.replaceChildren();
    for (const found of news.problems || []) {
      line(`${found.path}:${found.line}:${found.column} ${found.severity} ${found.code} ${found.message}`, true);
      if (found.hint) line(found.hint, false);
    }
    if (news.fault) line(news.fault, true);
    panel.hidden = panel.childElementCount === 0;
    return !news.fault && !(news.problems || []).some((found) => found.severity === "error");
  };

  const news = new EventSource("/_preview/news");
  news.addEventListener("state", (event) => show(JSON.parse(event.data)));
  news.addEventListener("update", (event) => {
    if (show(JSON.parse(event.data))) location.reload();
  });
  addEventListener("pagehide", () => news.close());
})();
