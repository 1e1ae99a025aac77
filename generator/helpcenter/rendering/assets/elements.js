/* What components beside flows need of elements, too. */
(function (component) {
  "use strict";

  /**
   * The elements that are marked as parts of these names, likewise.
   * @template {string} Name
   * @param {ParentNode} root
   * @param {Name[]} names
   */
  function named(root, names) {
    var selectors = /** @type {Record<Name, string>} */ ({});
    names.forEach((name) => { selectors[name] = "[data-part=" + name + "]"; });
    return component.parts(root, selectors);
  }

  /**
   * Set attributes, which also older browsers tell to screen readers.
   * @param {Element} element
   * @param {Record<string, string | number | boolean>} attributes
   */
  function describe(element, attributes) {
    Object.entries(attributes).forEach(([name, value]) => { element.setAttribute(name, String(value)); });
  }

  Object.assign(component, { named, describe });
})(globalThis.HelpcenterComponent);
