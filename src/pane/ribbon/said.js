/* The window in which a button of the ribbon says what stood in the way: the words come behind the # of the address. */
(function (page) {
  var said = page.document.getElementById('said');
  if (said) said.textContent = decodeURIComponent(page.location.hash.slice(1));
})(this);
