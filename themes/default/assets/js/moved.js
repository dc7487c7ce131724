// Leads on from an address of what has moved: a place that has its own link by that, any other by the page's.
(() => {
  const follow = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const own = place && place.matches(".moved") && place.querySelector("a");
    const page = document.querySelector("a[data-moved]");
    if (own) location.replace(own.href);
    else if (page) location.replace(page.href.includes("#") ? page.href : page.href + location.search + location.hash);
  };
  addEventListener("hashchange", follow);
  follow();
})();
