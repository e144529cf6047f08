// Says on the page that a passkey did not work: the browser tells only the program why. Not built,
// so that it is there wherever the scripts are that ask for a passkey.

document.addEventListener("allauth.error", (event) => {
  const told = document.getElementById("passkey-failed");
  if (told === null) return;
  event.preventDefault();
  told.hidden = true;
  requestAnimationFrame(() => {
    told.hidden = false;
  });
});
