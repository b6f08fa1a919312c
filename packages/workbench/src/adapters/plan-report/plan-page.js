// The page is whole without this script: it adds the choice of axes, and opens a sheet that a link leads to.
(() => {
  const charts = document.querySelector('#front-charts');
  if (charts !== null) {
    const [across, up] = ['front-x', 'front-y'].map((id) => document.getElementById(id));
    let last = { across: across.value, up: up.value };
    const show = () => {
      // The axis that was taken over gets what the other had before.
      if (across.value === up.value) {
        if (across.value === last.across) across.value = last.up;
        else up.value = last.across;
      }
      last = { across: across.value, up: up.value };
      for (const chart of charts.children)
        chart.hidden = chart.dataset.axes !== `${across.value} ${up.value}`;
    };
    across.addEventListener('change', show);
    up.addEventListener('change', show);
    document.getElementById('front-fields').hidden = false;
    show();
  }
  const openTarget = () => {
    const sheet = document.getElementById(location.hash.slice(1))?.closest('details');
    if (sheet === null || sheet === undefined) return;
    sheet.open = true;
    sheet.scrollIntoView();
  };
  addEventListener('hashchange', openTarget);
  openTarget();
  // On paper every twin and sheet is open.
  addEventListener('beforeprint', () => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
})();
