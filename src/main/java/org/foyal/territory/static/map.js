// Turns the picture of the map page into a map that moves, once the reader asks for it. Leaflet and
// the outlines are fetched then, not before. Where the reader stands is kept in the address.
const box = document.getElementById('map');
const say = box.dataset;
const wished = new URLSearchParams(location.search);
const dark = matchMedia('(prefers-color-scheme: dark)');

const open = document.createElement('button');
open.type = 'button';
open.className = 'map-open';
open.textContent = say.sayOpen;
open.addEventListener('click', () => start(true));
box.before(open);
if (wished.has('live')) start(false);

function fetchLibrary() {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = say.style;
  document.head.prepend(style);
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = say.script;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

async function start(asked) {
  open.disabled = true;
  try {
    await fetchLibrary();
    show(asked);
  } catch {
    open.disabled = false;
    const problem = document.createElement('p');
    problem.className = 'problem';
    problem.setAttribute('role', 'alert');
    problem.textContent = say.sayFailed;
    box.before(problem);
  }
}

function show(asked) {
  const frame = document.createElement('div');
  frame.className = 'map-live';
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', say.sayMap);
  frame.tabIndex = 0;
  box.replaceChildren(frame);
  open.remove();
  const [south, west, north, east] = say.bounds.split(',').map(Number);
  const bounds = [[south, west], [north, east]];
  const map = L.map(frame, { minZoom: 9, maxZoom: 18, maxBounds: bounds, zoomControl: false, attributionControl: false });
  L.control.zoom({ zoomInTitle: say.sayIn, zoomOutTitle: say.sayOut }).addTo(map);
  if (wished.has('lat')) {
    map.setView([Number(say.lat), Number(say.lon)], Number(say.z));
  } else {
    const [s, w, n, e] = say.home.split(',').map(Number);
    map.fitBounds([[s, w], [n, e]]);
  }
  drawTiles(map, bounds);
  credit();
  drawLayers(map);
  map.on('moveend', () => keep(map));
  keep(map);
  if (asked) frame.focus({ preventScroll: true });
}

function drawTiles(map, bounds) {
  const address = () => `/tiles/${dark.matches ? 'dark' : 'light'}/{z}/{x}/{y}{r}.png?v=${say.version}`;
  const tiles = L.tileLayer(address(), { minZoom: 9, maxZoom: 18, bounds }).addTo(map);
  dark.addEventListener('change', () => tiles.setUrl(address()));
}

// Below the map, not on it: on a telephone it would hide a quarter of the land.
function credit() {
  const line = document.createElement('p');
  line.className = 'small';
  line.textContent = [say.sayCredit, say.sayDerived].filter(Boolean).join(' — ');
  box.append(line);
}

function keep(map) {
  const { lat, lng } = map.getCenter();
  const query = new URLSearchParams(location.search);
  query.set('lat', lat.toFixed(5));
  query.set('lon', lng.toFixed(5));
  query.set('z', map.getZoom());
  query.set('live', '1');
  history.replaceState(null, '', `?${query}`);
}

function drawLayers(map) {
  const field = document.createElement('fieldset');
  field.className = 'map-layers';
  const legend = document.createElement('legend');
  legend.textContent = say.sayLayers;
  field.append(legend);
  box.append(field);
  const chosen = (wished.get('layers') ?? (say.points ? 'points' : 'areas')).split(',');
  const layers = [
    ...(say.points ? [['points', say.sayPoints, say.points, pointLayer]] : []),
    ['areas', say.sayAreas, '/api/map/areas.geojson?kind=IRIS', areaLayer],
    ['places', say.sayPlaces, '/api/map/places.geojson', placeLayer],
  ];
  for (const [name, words, from, make] of layers) {
    const label = document.createElement('label');
    label.className = 'choice';
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.value = name;
    let layer;
    const follow = async () => {
      try {
        if (tick.checked) layer ??= make(await (await fetch(from)).json());
      } catch {
        tick.checked = false;
      }
      if (tick.checked) layer.addTo(map);
      else layer?.remove();
    };
    tick.addEventListener('change', () => {
      const on = [...field.querySelectorAll('input:checked')].map((input) => input.value);
      const query = new URLSearchParams(location.search);
      query.set('layers', on.join(','));
      history.replaceState(null, '', `?${query}`);
      follow();
    });
    tick.checked = chosen.includes(name);
    label.append(tick, words);
    field.append(label);
    follow();
  }
}

// The list below is the map's keyboard: the name that has the focus lights up its area.
function areaLayer(data) {
  const quiet = { color: dark.matches ? '#8cc8ee' : '#0b5380', weight: 2, opacity: 0, fillOpacity: 0 };
  const loud = { opacity: 0.9, fillOpacity: 0.2 };
  const rest = (code) => (code === say.area ? { ...quiet, opacity: 1, weight: 4 } : quiet);
  const shapes = new Map();
  const layer = L.geoJSON(data, {
    style: (feature) => rest(feature.properties.code),
    onEachFeature(feature, shape) {
      const { code, name } = feature.properties;
      shapes.set(code, shape);
      shape.bindTooltip(name, { sticky: true });
      shape.on({
        click: () => location.assign(say.areasPage + code),
        mouseover: () => shape.setStyle(loud),
        mouseout: () => shape.setStyle(rest(code)),
      });
    },
  });
  const light = (style) => (event) => {
    const code = event.target.closest('a')?.dataset.code;
    shapes.get(code)?.setStyle(style(code));
  };
  const list = document.querySelector('.map-list');
  for (const sign of ['focusin', 'mouseover']) list?.addEventListener(sign, light(() => loud));
  for (const sign of ['focusout', 'mouseout']) list?.addEventListener(sign, light(rest));
  return layer;
}

function placeLayer(data) {
  return L.geoJSON(data, {
    pointToLayer: (feature, at) =>
      L.circleMarker(at, { radius: 5, color: '#fff', weight: 2, fillColor: '#b4430c', fillOpacity: 1 })
        .bindTooltip(feature.properties.name),
  });
}

// What the page itself is about: each point has a name and leads to its own page.
function pointLayer(data) {
  return L.geoJSON(data, {
    pointToLayer: (feature, at) =>
      L.circleMarker(at, { radius: 8, color: '#fff', weight: 2, fillColor: '#7a1f5c', fillOpacity: feature.properties.closed ? 0.35 : 1 })
        .bindTooltip(feature.properties.name)
        .on('click', () => location.assign(`/${document.documentElement.lang}${feature.properties.page}`)),
  });
}
