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

  /**
   * Add an element, perhaps with a text.
   * @param {ParentNode} parent
   * @param {string} tag
   * @param {string} name
   * @param {string | Node} [text]
   */
  function add(parent, tag, name, text) {
    var made = document.createElement(tag);
    made.className = name;
    if (text) { made.append(text); }
    parent.append(made);
    return made;
  }

  Object.assign(component, { named, describe, add });
})(globalThis.HelpcenterComponent);
