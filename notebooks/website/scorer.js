/* The order of search results: the glossary first, pages in the course's order, labs last. */
var Scorer = {
  score: ([page, , , , score]) => {
    const number = /^notebooks\/(\d\d)/.exec(page);
    if (number) return score + (24 - Number(number[1])) / 2;
    if (page === "notebooks/glossary") return score + 30;
    if (page.startsWith("notebooks/systems/")) return score + 12;
    return page.startsWith("labs/") ? score - 5 : score;
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
