/* Marks: what was looked for, in the texts of what was found. Texts only ever become text. */
(function (search) {
  "use strict";

  /**
   * As the index folds texts, where places stay the same.
   * @param {string} text
   */
  search.folded = function (text) {
    var low = search.plain(text);
    return low.length === text.length ? low : text.toLowerCase();
  };

  /**
   * Add a text with what was looked for marked; the longest of the marks stand first.
   * @param {Element} element
   * @param {string} text
   * @param {string[]} marks
   */
  search.mark = function (element, text, marks) {
    var low = search.folded(text);
    for (var at = 0; at < text.length;) {
      var found = marks.find((mark) => low.startsWith(mark, at));
      var part = text.substr(at, found ? found.length : 1);
      if (found) { globalThis.HelpcenterComponent.add(element, "mark", "", part); } else { element.append(part); }
      at += part.length;
    }
    element.normalize();
  };
})(globalThis.HelpcenterSearch);
