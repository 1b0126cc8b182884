using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

/// <summary>Debian's Chromium; another one can be named by <c>HOMELAB_TEST_CHROMIUM</c>.</summary>
internal static class Chromium
{
    private static readonly string[] _arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static string ExecutablePath => Environment.GetEnvironmentVariable("HOMELAB_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    public static string? WhyMissing { get; } =
        File.Exists(ExecutablePath) ? null : $"{ExecutablePath} is missing: install the package chromium, or name another by HOMELAB_TEST_CHROMIUM";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = ExecutablePath, Headless = true, Args = _arguments });
}
