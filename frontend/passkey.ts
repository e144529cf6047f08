// Says on the page that a passkey did not work: the browser tells only the program why.

document.addEventListener("allauth.error", (event) => {
  const told = document.getElementById("passkey-failed");
  if (told === null) return;
  event.preventDefault();
  told.hidden = true;
  requestAnimationFrame(() => {
    told.hidden = false;
  });
});
