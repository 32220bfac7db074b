// Reloads the page when there is another build than the one it shows. The address of this script says which.

const { search } = new URL(import.meta.url);
for (;;) {
    try {
        const answer = await fetch(`/.reload/build${search}`, { cache: "no-store" });
        if (answer.ok) location.reload();
        break;
    } catch {
        // The server is gone; when it is back, its build is another.
        await new Promise((done) => setTimeout(done, 1000));
    }
}
