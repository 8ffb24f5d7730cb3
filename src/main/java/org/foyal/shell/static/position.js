// « Ma position »: shown where the browser can tell it; the page works without.
const button = document.querySelector('[data-my-position]');
const said = document.getElementById('position-said');
if (button && navigator.geolocation) {
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        location.href = `${button.dataset.myPosition}?lat=${coords.latitude.toFixed(6)}&lon=${coords.longitude.toFixed(6)}`;
      },
      () => {
        button.disabled = false;
        said.textContent = button.dataset.failed;
      },
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
    );
  });
}
