/* In the language of the oldest engine that may open this page: where the pane itself cannot start there, this says why. */
(function () {
  function tell() {
    var root = document.getElementById('root');
    var plain = document.getElementById('plain');
    if (root && plain && root.childNodes.length === 0) plain.removeAttribute('hidden');
  }
  var old = typeof Symbol === 'undefined' || typeof Promise === 'undefined';
  window.onload = function () {
    setTimeout(tell, old ? 0 : 8000);
  };
})();
