// Turns the drawn maps into ones that can be moved. Without this script, or without WebGL, the drawing stays.

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

for (const element of document.querySelectorAll("[data-map]")) {
  // The library is large: it is fetched when a map comes near the screen.
  const near = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      near.disconnect();
      open(element).catch((problem) => console.info("The drawn map stays:", problem.message));
    }
  }, { rootMargin: "300px" });
  near.observe(element);
}

async function open(element) {
  if (!document.createElement("canvas").getContext("webgl2")) {
    throw new Error("no WebGL 2");
  }
  const settings = element.dataset;
  const [library, places] = await Promise.all([import(settings.library), fetch(settings.map).then(json)]);
  const outlines = settings.boundaries ? await fetch(settings.boundaries).then(json) : empty();
  library.setWorkerUrl(settings.worker);

  const live = document.createElement("div");
  live.className = "map--live";
  element.append(live);
  const centre = settings.centre.split(",").map(Number);
  const map = new library.Map({
    container: live,
    style: style(outlines, places, settings.here),
    center: centre,
    zoom: Number(settings.zoom),
    maxZoom: 15,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    // A page that is scrolled must not be caught by its map.
    cooperativeGestures: true,
    locale: words(settings),
  });
  map.getCanvas().setAttribute("aria-label", settings.label);
  map.touchZoomRotate.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-right");
  await map.once("load");
  const box = bounds(outlines.features.length ? outlines : places);
  const whole = box ? { bounds: box, padding: 24 } : null;
  if (settings.here === undefined && whole) {
    map.fitBounds(whole.bounds, { padding: whole.padding, animate: false });
  }
  addPins(library, map, places);
  if (settings.follows) {
    follow(map, places, whole);
  }
  element.dataset.ready = "true";
}

/** Pins are pictures for the eye; the list beside the map holds the same places as links for everybody. */
function addPins(library, map, places) {
  for (const place of places.features) {
    const pin = document.createElement("div");
    pin.className = "pin";
    pin.setAttribute("aria-hidden", "true");
    pin.textContent = place.properties.number ?? "";
    const link = document.createElement("a");
    link.href = place.properties.url;
    link.textContent = place.properties.title;
    const where = document.createElement("div");
    where.textContent = place.properties.place;
    const words = document.createElement("div");
    words.append(link, where);
    const popup = new library.Popup({ offset: 16, maxWidth: "260px" }).setDOMContent(words);
    const marker = new library.Marker({ element: pin }).setLngLat(place.geometry.coordinates).setPopup(popup).addTo(map);
    marker.getElement().removeAttribute("tabindex");
    marker.getElement().removeAttribute("role");
    marker.getElement().removeAttribute("aria-label");
  }
}

/** The map goes to the chapter that is being read. */
function follow(map, places, whole) {
  const chapters = new Map(places.features.map((place) => [`chapter-${place.properties.number}`, place]));
  const seen = new Map();
  let current;
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      seen.set(entry.target, entry.isIntersecting);
    }
    const here = [...seen].find(([, visible]) => visible)?.[0];
    if (here === current) {
      return;
    }
    current?.classList.remove("is-here");
    current = here;
    if (!here) {
      if (whole) {
        map.fitBounds(whole.bounds, { padding: whole.padding, animate: !calm });
      }
      return;
    }
    here.classList.add("is-here");
    const camera = { center: chapters.get(here.id).geometry.coordinates, zoom: 11.6 };
    if (calm) {
      map.jumpTo(camera);
    } else {
      map.flyTo({ ...camera, duration: 1400 });
    }
  }, { rootMargin: "-50% 0px -50% 0px" });
  for (const id of chapters.keys()) {
    const chapter = document.getElementById(id);
    if (chapter) {
      observer.observe(chapter);
    }
  }
}

function style(outlines, places, here) {
  return {
    version: 8,
    sources: { outlines: { type: "geojson", data: outlines } },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": "#dbe9f1" } },
      {
        id: "areas",
        type: "fill",
        source: "outlines",
        paint: { "fill-color": ["case", ["==", ["get", "name"], here ?? ""], "#f6cf7a", "#fdfdfb"] },
      },
      { id: "borders", type: "line", source: "outlines", paint: { "line-color": "#aebbc6", "line-width": 1 } },
    ],
  };
}

function bounds(collection) {
  let box = null;
  const take = (coordinates) => {
    if (typeof coordinates[0] === "number") {
      const [x, y] = coordinates;
      box = box
        ? [[Math.min(box[0][0], x), Math.min(box[0][1], y)], [Math.max(box[1][0], x), Math.max(box[1][1], y)]]
        : [[x, y], [x, y]];
    } else {
      coordinates.forEach(take);
    }
  };
  collection.features.forEach((feature) => take(feature.geometry.coordinates));
  return box;
}

function words(settings) {
  return {
    "NavigationControl.ZoomIn": settings.zoomIn,
    "NavigationControl.ZoomOut": settings.zoomOut,
    "CooperativeGesturesHandler.WindowsHelpText": settings.scrollHelp,
    "CooperativeGesturesHandler.MacHelpText": settings.scrollHelp,
    "CooperativeGesturesHandler.MobileHelpText": settings.touchHelp,
    "Popup.Close": settings.close,
    "Map.Title": settings.label,
  };
}

function empty() {
  return { type: "FeatureCollection", features: [] };
}

async function json(response) {
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status}`);
  }
  return response.json();
}
