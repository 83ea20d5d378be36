/* In the language of the oldest engine that may open this page: where the pane itself cannot start there, this says why. */
(function (page) {
  function tell() {
    var root = page.document.getElementById('root');
    var plain = page.document.getElementById('plain');
    if (root && plain && root.childNodes.length === 0) plain.removeAttribute('hidden');
  }
  var old = typeof Symbol === 'undefined' || typeof Promise === 'undefined';
  page.onload = function () {
    page.setTimeout(tell, old ? 0 : 8000);
  };
})(this);
